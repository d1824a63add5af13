import type { SurveyOutline } from '../outline.ts';
import { type ShownCategory, type ShownQuestion, STAFF_K } from '../results/suppression.ts';
import type { Page } from './page.ts';

export interface QuestionRow {
  label: string;
  count: string;
  share: string;
  /** Of an order; empty where there is none. */
  place: string;
  /** For the bar; `null` is hidden. */
  part: number | null;
  /** `line`: a part of the base. */
  kind: 'line' | 'without_position' | 'base' | 'unanswered';
}

/** What of a page a table needs. */
type TablePage = Pick<Page, 'texts' | 'figures' | 'words'>;

type Cell = 'label' | 'count' | 'share' | 'place';

export interface QuestionTable {
  columns: { key: Cell; header: string }[];
  rows: QuestionRow[];
}

/**
 * The table of a closed question: its lines, the base they are shares of, and who is outside it. The table on screen, its
 * chart and its export are all made from this one.
 */
export function questionTable(
  page: TablePage,
  survey: SurveyOutline,
  question: ShownQuestion,
): QuestionTable {
  const { texts, figures } = page;
  const rest = { share: '–', place: '', part: null };
  const isOrder = question.type === 'rank';
  return {
    columns: [
      { key: 'label', header: question.type === 'place' ? texts.region : texts.answer },
      { key: 'count', header: isOrder ? texts.first : texts.count },
      { key: 'share', header: texts.share },
      ...(isOrder ? [{ key: 'place' as const, header: texts.meanPlace }] : []),
    ],
    rows: [
      ...question.categories.map((line) => rowOf(page, survey, question, line)),
      {
        ...rest,
        label: texts.base,
        count: figures.count(question.n),
        share: question.n === 0 ? '–' : figures.share(1),
        kind: 'base',
      },
      { ...rest, label: texts.unanswered, count: figures.count(question.unanswered), kind: 'unanswered' },
    ],
  };
}

function rowOf(
  { texts, figures, words }: TablePage,
  survey: SurveyOutline,
  question: ShownQuestion,
  line: ShownCategory,
): QuestionRow {
  const label = words.line(survey, { key: question.question, type: question.type }, line);
  const kind = line.withoutPosition ? 'without_position' : 'line';
  const place = line.meanPlace === undefined ? '–' : figures.number(line.meanPlace);
  if (line.count === null) {
    const count = line.hidden === 'small' ? `< ${STAFF_K}` : texts.masked;
    return { label, kind, count, share: '–', place, part: null };
  }
  return {
    ...{ label, kind, place },
    count: figures.count(line.count),
    share: figures.share(line.share),
    part: line.share,
  };
}
