import type { SurveyOutline } from '../outline.ts';
import { type ShownCategory, type ShownQuestion, STAFF_K } from '../results/suppression.ts';
import type { Page } from './page.ts';

export interface QuestionRow {
  label: string;
  count: string;
  share: string;
  /** For the bar; `null` is hidden. */
  part: number | null;
  /** `line`: a part of the base. */
  kind: 'line' | 'without_position' | 'base' | 'unanswered';
}

export interface QuestionTable {
  header: [string, string, string];
  rows: QuestionRow[];
}

/**
 * The table of a closed question: its lines, the base they are shares of, and who is outside it. The table on screen, its
 * chart and its export are all made from this one.
 */
export function questionTable(page: Page, survey: SurveyOutline, question: ShownQuestion): QuestionTable {
  const { texts, figures } = page;
  const rest = { share: '–', part: null };
  return {
    header: [question.type === 'place' ? texts.region : texts.answer, texts.count, texts.share],
    rows: [
      ...question.categories.map((line) => rowOf(page, survey, question, line)),
      {
        label: texts.base,
        count: figures.count(question.n),
        share: question.n === 0 ? '–' : figures.share(1),
        part: null,
        kind: 'base',
      },
      { label: texts.unanswered, count: figures.count(question.unanswered), ...rest, kind: 'unanswered' },
    ],
  };
}

function rowOf(
  { texts, figures, words }: Page,
  survey: SurveyOutline,
  question: ShownQuestion,
  line: ShownCategory,
): QuestionRow {
  const label = words.line(survey, { key: question.question, type: question.type }, line);
  const kind = line.withoutPosition ? 'without_position' : 'line';
  if (line.count === null) {
    const count = line.hidden === 'small' ? `< ${STAFF_K}` : texts.masked;
    return { label, kind, count, share: '–', part: null };
  }
  return {
    label,
    kind,
    count: figures.count(line.count),
    share: figures.share(line.share),
    part: line.share,
  };
}
