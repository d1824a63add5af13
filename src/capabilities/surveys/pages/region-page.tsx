import type { VNode } from 'preact';
import { EmptyState, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownQuestion } from '../results/suppression.ts';
import { ChartAndTable } from './chart-and-table.tsx';
import type { Page } from './page.ts';
import { questionTable } from './question-table.ts';
import { surveyStyles } from './styles.ts';

interface RegionPageProps {
  page: Page;
  survey: SurveyOutline;
  questions: readonly ShownQuestion[];
  /** A development machine: nothing is hidden. */
  rehearsal: boolean;
  /** Of the region. */
  name: string;
}

/** What people of one region answered, question by question. */
export function RegionPage({ page, survey, questions, rehearsal, name }: RegionPageProps): VNode {
  const { ctx, texts, words } = page;
  const { regional } = texts;
  const silent = questions.every(({ categories }) => categories.every(({ count }) => count === 0));
  return (
    <StaffPage
      {...ctx.frame}
      title={regional.title(words.title(survey), name)}
      lead={texts.method}
      styles={surveyStyles}
    >
      <p>
        <a href="/staff/region-surveys">{regional.back}</a>
      </p>
      {rehearsal ? <Notice tone="info">{texts.rehearsal}</Notice> : null}
      {silent ? (
        <EmptyState title={regional.emptyTitle}>
          <p>{regional.empty}</p>
        </EmptyState>
      ) : (
        questions.map((question, index) => (
          <Question
            key={question.question}
            page={page}
            survey={survey}
            question={question}
            position={index + 1}
          />
        ))
      )}
      <section aria-labelledby="lire">
        <h2 id="lire">{texts.howToRead}</h2>
        <ul class="how-to-read">
          <li>{regional.readWhose}</li>
          <li>{regional.readBase}</li>
          <li>{regional.readHidden}</li>
        </ul>
      </section>
    </StaffPage>
  );
}

interface QuestionProps extends Pick<RegionPageProps, 'page' | 'survey'> {
  question: ShownQuestion;
  /** Counted from 1. */
  position: number;
}

function Question({ page, survey, question, position }: QuestionProps): VNode {
  const { texts, figures, words } = page;
  const title = words.question(survey, question.question, true);
  const table = questionTable(page, survey, question);
  const columns = table.columns.filter(({ key }) => key !== 'place');
  // How many did not answer would tell how many answered.
  const rows = table.rows.filter(({ kind }) => kind !== 'unanswered');
  return (
    <section class="question" aria-labelledby={`q${position}`}>
      <h2 id={`q${position}`}>
        {position}. <span lang={words.lang}>{title}</span>
      </h2>
      <p class="question-base">{texts.regional.baseOf(figures.count(question.n), question.n)}</p>
      <ChartAndTable {...{ page, survey, question, position, title, table: { columns, rows } }} />
    </section>
  );
}
