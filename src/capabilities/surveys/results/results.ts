import type { AskType } from '../../../engine/types.ts';
import type { QuestionOutline, SurveyOutline } from '../outline.ts';
import type { Participation, Tally } from '../results-store.ts';
import { type Category, categoriesOf, frequenciesOf } from './categories.ts';
import { type NumberSummary, summary } from './numbers.ts';

export interface QuestionResult {
  question: string;
  type: AskType;
  /** Base of the shares: persons who answered, "don't know" and "refused" included. */
  n: number;
  /** Persons of the survey without an answer here: not asked, not reached, or not understood. */
  unanswered: number;
  /** False: the question stood in an earlier version of the flow only. */
  current: boolean;
  categories: (Category & { share: number })[];
  numbers?: NumberSummary;
}

/** Unweighted results before suppression; for the server only. Staff see what `suppression.ts` leaves of them. */
export interface SurveyResults extends Participation {
  survey: string;
  questions: QuestionResult[];
}

/** Puts counts in the order of the questionnaire. Pure. */
export function surveyResults(
  outline: SurveyOutline,
  tallies: readonly Tally[],
  participation: Participation,
): SurveyResults {
  const past = pastQuestions(outline, tallies);
  return {
    survey: outline.id,
    ...participation,
    questions: [
      ...outline.questions.map((question) => resultOf(question, tallies, participation.started, true)),
      ...past.map((question) => resultOf(question, tallies, participation.started, false)),
    ],
  };
}

function resultOf(
  outline: QuestionOutline,
  tallies: readonly Tally[],
  started: number,
  current: boolean,
): QuestionResult {
  const own = tallies.filter((row) => isOf(row, outline));
  const n = own.reduce((sum, { count }) => sum + count, 0);
  const numbers = outline.type === 'number' ? summary(frequenciesOf(own)) : null;
  return {
    question: outline.key,
    type: outline.type,
    n,
    // Reads of a moving collection: a person may answer between two of them.
    unanswered: Math.max(0, started - n),
    current,
    categories: categoriesOf(outline, own).map((one) => ({ ...one, share: n === 0 ? 0 : one.count / n })),
    ...(numbers === null ? {} : { numbers }),
  };
}

/** Questions, or types of a question, that have answers and are in the flow no more. */
function pastQuestions({ questions }: SurveyOutline, tallies: readonly Tally[]): QuestionOutline[] {
  const past = new Map<string, QuestionOutline>();
  for (const row of tallies) {
    if (questions.some((question) => isOf(row, question))) continue;
    past.set(`${row.question} ${row.type}`, { key: row.question, type: row.type, choices: [] });
  }
  return [...past.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const isOf = (row: Tally, question: QuestionOutline): boolean =>
  row.question === question.key && row.type === question.type;
