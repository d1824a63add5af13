import type { VNode } from 'preact';
import { StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { OpenText, TextsPage as Found } from '../reader.ts';
import type { Page } from './page.ts';
import { Pages } from './pages-nav.tsx';
import { surveyStyles } from './styles.ts';

interface TextsPageProps {
  page: Page;
  survey: SurveyOutline;
  question: string;
  found: Found;
}

/** Open answers of one question, a page at a time. */
export function TextsPage({ page, survey, question, found }: TextsPageProps): VNode {
  const { ctx, texts, words } = page;
  const current = survey.questions.some((one) => one.key === question);
  return (
    <StaffPage
      {...ctx.frame}
      title={words.question(survey, question, current)}
      titleLang={words.lang}
      lead={texts.textsLead}
      styles={surveyStyles}
    >
      <p>
        <a href={`/staff/surveys/${encodeURIComponent(survey.id)}`}>
          ← <span lang={words.lang}>{words.title(survey)}</span>
        </a>
      </p>
      <Texts page={page} found={found} />
      <Pages page={page} found={found} />
    </StaffPage>
  );
}

/** A list, not a table: on a phone a text needs the whole width. */
function Texts({ page: { texts, figures }, found }: Pick<TextsPageProps, 'page' | 'found'>): VNode {
  return (
    <section aria-labelledby="textes">
      <h2 id="textes">{texts.textsOf(figures.count(found.total), found.total)}</h2>
      <ul class="texts">
        {found.texts.map(({ text, lang, day }: OpenText, index) => (
          <li key={index}>
            {text === null ? (
              <p>
                <em>{texts.unreadable}</em>
              </p>
            ) : (
              <p class="said" lang={lang} dir="auto">
                {text}
              </p>
            )}
            <p class="texts-of">
              {texts.languages[lang] ?? lang} · {figures.day(day)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
