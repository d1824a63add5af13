import type { VNode } from 'preact';
import { StaffPage, Table } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { OpenText, TextsPage as Found } from '../reader.ts';
import type { Page } from './page.ts';
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
      lead={texts.textsLead}
      styles={surveyStyles}
    >
      <p>
        <a href={`/staff/surveys/${encodeURIComponent(survey.id)}`}>{words.title(survey)}</a>
      </p>
      <TextsTable page={page} found={found} />
      <Pages page={page} found={found} />
    </StaffPage>
  );
}

function TextsTable({ page: { texts, figures }, found }: Pick<TextsPageProps, 'page' | 'found'>): VNode {
  return (
    <Table
      id="texts"
      caption={texts.textsOf(figures.count(found.total), found.total)}
      rows={found.texts}
      columns={[
        {
          key: 'text',
          header: texts.text,
          cell: ({ text, lang }: OpenText) =>
            text === null ? (
              <em>{texts.unreadable}</em>
            ) : (
              <span class="said" lang={lang}>
                {text}
              </span>
            ),
        },
        { key: 'lang', header: texts.language, cell: ({ lang }) => texts.languages[lang] ?? lang },
        { key: 'day', header: texts.day, cell: ({ day }) => figures.day(day) },
      ]}
    />
  );
}

function Pages({
  page: { texts, figures },
  found: { page, pages },
}: Pick<TextsPageProps, 'page' | 'found'>): VNode | null {
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label={texts.pages}>
      {page > 1 ? (
        <a rel="prev" href={`?page=${page - 1}`}>
          {texts.previous}
        </a>
      ) : null}
      <p>{texts.pageOf(figures.count(page), figures.count(pages))}</p>
      {page < pages ? (
        <a rel="next" href={`?page=${page + 1}`}>
          {texts.next}
        </a>
      ) : null}
    </nav>
  );
}
