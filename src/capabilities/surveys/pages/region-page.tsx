import type { VNode } from 'preact';
import { EmptyState, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownQuestion } from '../results/suppression.ts';
import { foreignLang, type Page } from './page.ts';
import { QuestionChart } from './question-chart.tsx';
import { labelOf } from './question-section.tsx';
import { type QuestionRow, questionTable } from './question-table.ts';
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
  const { columns, rows: all } = questionTable(page, survey, question);
  // How many did not answer would tell how many answered.
  const rows = all.filter(({ kind }) => kind !== 'unanswered');
  return (
    <section class="question" aria-labelledby={`q${position}`}>
      <h2 id={`q${position}`}>
        {position}. <span lang={words.lang}>{title}</span>
      </h2>
      <p class="question-base">{texts.regional.baseOf(figures.count(question.n), question.n)}</p>
      <div class="question-parts">
        <div lang={foreignLang(page)}>
          <QuestionChart page={page} survey={survey} question={question} title={title} rows={rows} />
        </div>
        <div>
          <Table
            id={`table-${position}`}
            caption={title}
            captionLang={foreignLang(page)}
            captionUnseen
            rows={rows}
            columns={columns
              .filter(({ key }) => key !== 'place')
              .map(({ key, header }, index) => ({
                ...{ key, header, numeric: index > 0, names: index === 0 },
                cell: (row: QuestionRow) => (key === 'label' ? labelOf(row, page) : row[key]),
              }))}
          />
        </div>
      </div>
    </section>
  );
}
