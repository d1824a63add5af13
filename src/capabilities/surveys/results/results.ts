import type { AskType } from '../../../engine/types.ts';
import type { SurveyOutline } from '../outline.ts';
import type { Participation, Tally } from '../results-store.ts';
import { type Category, categoriesOf, frequenciesOf } from './categories.ts';
import { type AskedQuestion, byMeaning, type PastQuestions } from './meanings.ts';
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
  /** A version that asked it so, where it is asked so no more: it may stand here more than once. */
  version?: string;
  categories: (Category & { share: number })[];
  numbers?: NumberSummary;
}

/** Unweighted results before suppression; for the server only. Staff see what `suppression.ts` leaves of them. */
export interface SurveyResults extends Participation {
  survey: string;
  /** Persons with an answer given on a phone that several people use. */
  shared: number;
  questions: QuestionResult[];
}

/**
 * Puts counts in the order of the questionnaire, those to questions that are asked no more after them. Pure.
 * @param asked what older versions of the flow asked
 */
export function surveyResults(
  outline: SurveyOutline,
  tallies: readonly Tally[],
  participation: Participation,
  asked: PastQuestions = new Map(),
  shared = 0,
): SurveyResults {
  return {
    survey: outline.id,
    ...participation,
    shared,
    questions: byMeaning(outline, tallies, asked).map((question) =>
      resultOf(question, participation.started),
    ),
  };
}

function resultOf({ outline, tallies: own, version }: AskedQuestion, started: number): QuestionResult {
  const n = own.reduce((sum, { count }) => sum + count, 0);
  const numbers = outline.type === 'number' ? summary(frequenciesOf(own)) : null;
  return {
    question: outline.key,
    type: outline.type,
    n,
    // Reads of a moving collection: a person may answer between two of them.
    unanswered: Math.max(0, started - n),
    current: version === undefined,
    ...(version === undefined ? {} : { version }),
    categories: categoriesOf(outline, own).map((one) => ({ ...one, share: n === 0 ? 0 : one.count / n })),
    ...(numbers === null ? {} : { numbers }),
  };
}
