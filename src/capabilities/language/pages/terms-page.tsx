import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import type { TermChoice } from '../../../language/index.ts';
import { EmptyState, StaffPage } from '../../../web/kit/index.ts';
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
        <ul class="texts">
          {choices.map((choice) => (
            <Choice
              key={choice.concept}
              page={page}
              lang={lang}
              choice={choice}
              texts={deviating.get(choice.choose) ?? []}
            />
          ))}
        </ul>
      )}
    </StaffPage>
  );
}

/** A list, not a table: on a phone the reason needs the whole width. */
function Choice({
  page: { texts: words },
  lang,
  choice,
  texts,
}: Pick<TermsPageProps, 'page' | 'lang'> & { choice: TermChoice; texts: readonly Text[] }): VNode {
  return (
    <li>
      <p class="text-head">
        <span lang="fr">{words.labelled(choice.concept)}</span>
        <strong lang={lang}>{choice.choose}</strong>
        <span class="soft">
          {words.others} <span lang={lang}>{choice.instead_of.join(', ')}</span>
        </span>
      </p>
      <p lang="fr">{choice.reason}</p>
      {texts.length === 0 ? null : (
        <>
          <p class="stale">{words.deviates}</p>
          <ul class="plain">
            {texts.map((text) => (
              <li key={text.id}>
                <a href={textPath(lang, text)}>{text.id}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}
