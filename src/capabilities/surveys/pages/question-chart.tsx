import type { VNode } from 'preact';
import { type Bar, BarChart, LineChart, ScaleChart } from '../../../web/kit/charts/index.ts';
import { PlaceMap } from '../../../web/kit/maps/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ShownQuestion } from '../results/suppression.ts';
import type { Page } from './page.ts';
import type { QuestionRow } from './question-table.ts';

interface QuestionChartProps {
  page: Page;
  survey: SurveyOutline;
  question: ShownQuestion;
  title: string;
  /** Of the table that stands beside it. */
  rows: readonly QuestionRow[];
}

/** The chart that suits a question; its table, made from the same rows, stands beside it. */
export function QuestionChart(props: QuestionChartProps): VNode {
  const { question, title, rows } = props;
  const bars = rows.flatMap(barOf);
  if (question.type === 'place' && bars.length > 0) return <Places {...props} />;
  if (question.type === 'scale' && bars.length >= LEAST) return <ScaleChart title={title} steps={bars} />;
  if (question.type === 'date' && bars.length >= LEAST) return <Days {...props} bars={bars} />;
  return <BarChart title={title} bars={bars} />;
}

/** Fewer steps or days are bars: there is no middle and no course to show. */
const LEAST = 3;

const barOf = ({ label, part, share, count, kind }: QuestionRow): Bar[] =>
  kind === 'base' || kind === 'unanswered'
    ? []
    : [{ label, share: part, value: part === null ? count : share, soft: kind === 'without_position' }];

function Places({ page, survey, question, title, rows }: QuestionChartProps): VNode {
  const { words, figures } = page;
  const areas = question.categories.flatMap(({ key }, index) => {
    const bar = rows[index] === undefined ? [] : barOf(rows[index]);
    return bar.map(({ label, share, value }) => ({ slug: key, name: label, share, value }));
  });
  const nameOf = (key: string): string =>
    words.line(survey, { key: question.question, type: 'place' }, { key, ...NOBODY });
  return <PlaceMap title={title} areas={areas} nameOf={nameOf} say={(share) => figures.share(share)} />;
}

const NOBODY = { count: 0, share: 0, withoutPosition: false };

function Days({ page, title, bars }: QuestionChartProps & { bars: readonly Bar[] }): VNode {
  const { texts, figures } = page;
  return (
    <LineChart
      title={title}
      places={bars.map(({ label }) => label)}
      lines={[{ label: texts.share, points: bars.map(({ share }) => share) }]}
      most={Math.max(0, ...bars.map(({ share }) => share ?? 0))}
      say={(share) => figures.share(share)}
      gap={texts.masked}
    />
  );
}
