import type { ComponentChildren, VNode } from 'preact';
import { Table } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownQuestion } from '../results/suppression.ts';
import { foreignLang, type Page } from './page.ts';
import { QuestionChart } from './question-chart.tsx';
import type { QuestionRow, QuestionTable } from './question-table.ts';

interface ChartAndTableProps {
  page: Page;
  survey: SurveyOutline;
  question: ShownQuestion;
  /** Counted from 1. */
  position: number;
  title: string;
  table: QuestionTable;
  /** Below the table. */
  children?: ComponentChildren;
}

/** The answers to one question, drawn and in figures. */
export function ChartAndTable({
  page,
  survey,
  question,
  position,
  title,
  table: { columns, rows },
  children,
}: ChartAndTableProps): VNode {
  return (
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
          columns={columns.map(({ key, header }, index) => ({
            key,
            header,
            numeric: index > 0,
            names: index === 0,
            cell: (row: QuestionRow) => (key === 'label' ? labelOf(row, page) : row[key]),
          }))}
        />
        {children}
      </div>
    </div>
  );
}

/** A line is said in the words of the survey, whatever the page speaks. */
function labelOf({ kind, label }: QuestionRow, page: Page): VNode | string {
  const lang = kind === 'line' || kind === 'without_position' ? foreignLang(page) : undefined;
  return lang === undefined ? label : <span lang={lang}>{label}</span>;
}
