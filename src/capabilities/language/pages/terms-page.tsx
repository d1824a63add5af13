import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import type { TermChoice } from '../../../language/index.ts';
import { EmptyState, StaffPage, Table } from '../../../web/kit/index.ts';
import type { Text } from '../texts.ts';
import { languagePath, languageWords, type Page, textPath } from './page.ts';
import { languageStyles } from './styles.ts';

interface TermsPageProps {
  page: Page;
  lang: Lang;
  choices: readonly TermChoice[];
  /** Texts that use another word than was chosen, by the chosen one. */
  deviating: ReadonlyMap<string, readonly Text[]>;
}

/** Which word was chosen where there were several, why, and who says otherwise. */
export function TermsPage({ page, lang, choices, deviating }: TermsPageProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.termsTitle(languageWords(page, lang))}
      lead={texts.termsLead}
      styles={languageStyles}
    >
      <p class="ways">
        <a href={languagePath(lang)}>{texts.backToTexts}</a>
      </p>
      {choices.length === 0 ? (
        <EmptyState title={texts.noTerms}>
          <p>{texts.termsLead}</p>
        </EmptyState>
      ) : (
        <Table
          id="mots"
          caption={texts.terms}
          captionUnseen
          columns={[
            { key: 'idea', header: texts.idea, names: true, cell: ({ concept }: TermChoice) => concept },
            {
              key: 'chosen',
              header: texts.chosen,
              cell: ({ choose }) => <strong lang={lang}>{choose}</strong>,
            },
            {
              key: 'others',
              header: texts.others,
              cell: ({ instead_of }) => <span lang={lang}>{instead_of.join(', ')}</span>,
            },
            { key: 'reason', header: texts.reason, cell: ({ reason }) => reason },
            {
              key: 'deviates',
              header: texts.deviates,
              cell: ({ choose }) => (
                <Deviating lang={lang} texts={deviating.get(choose) ?? []} none={texts.none} />
              ),
            },
          ]}
          rows={choices}
        />
      )}
    </StaffPage>
  );
}

function Deviating({ lang, texts, none }: { lang: Lang; texts: readonly Text[]; none: string }): VNode {
  if (texts.length === 0) return <>{none}</>;
  return (
    <ul class="plain">
      {texts.map((text) => (
        <li key={text.id}>
          <a href={textPath(lang, text)}>{text.id}</a>
        </li>
      ))}
    </ul>
  );
}
