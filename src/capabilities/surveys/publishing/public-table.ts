import { type AskType, isClassA } from '../../../engine/types.ts';
import type { Category } from '../results/categories.ts';
import { tellsNothing } from '../results/regions-apart.ts';
import type { QuestionResult, SurveyResults } from '../results/results.ts';
import { isSmall } from '../results/suppression.ts';
import { isPinned, rounded, type Step } from './rounding.ts';

/** Row S12: nobody outside sees a figure over fewer people. */
export const PUBLIC_K = 10;
/** Below it 0 % and 100 % would say something of each of them (S12). */
export const LEAST_BASE = 3 * PUBLIC_K;

/** A line as everybody may read it. */
export interface PublicLine {
  key: string;
  withoutPosition: boolean;
  range?: Category['range'];
  /** Whole percent; 0.5 is "less than 1", 99.5 "more than 99". `null`: hidden. */
  percent: number | null;
}

/** A closed question as everybody may read it. */
export interface PublicQuestion {
  question: string;
  type: AskType;
  /** At least so many people answered: tens, rounded down. `null`: too few to be told. */
  least: number | null;
  /** Shares are told in steps of so many percent. */
  step: Step;
  /** In the order of the questionnaire; empty where nothing of the question may be told. */
  lines: PublicLine[];
}

export interface PublicResults {
  /** At least so many people took part: tens, rounded down. */
  least: number;
  questions: PublicQuestion[];
  /** How many questions were answered in people's own words, which are never published. */
  open: number;
}

/**
 * What of results may be read by everybody (docs/decisions/published-results.md): shares and no counts, bases in tens, so
 * that no two figures are less than ten people apart; lines of fewer than ten hidden, and so many with them that none can
 * be worked out. Pure.
 */
export function publicResults({ started, questions }: SurveyResults): PublicResults {
  const asked = questions.filter(({ current }) => current);
  const closed = asked.filter(({ type }) => !isClassA(type));
  return {
    least: tens(started),
    questions: closed.map(publicQuestion),
    open: asked.length - closed.length,
  };
}

export const tens = (n: number): number => n - (n % PUBLIC_K);

function publicQuestion(result: QuestionResult): PublicQuestion {
  const { question, type, n } = result;
  const nothing: PublicQuestion = { question, type, least: null, step: 1, lines: [] };
  const open = n < LEAST_BASE ? null : openLines(result);
  if (open === null) return nothing;
  const told = ([1, 5] as const).map((step) => shown(result, open, step)).find((one) => !pinned(one));
  return told ?? nothing;
}

const pinned = ({ least, lines, step, type }: PublicQuestion): boolean =>
  isPinned({
    least: least ?? 0,
    percents: lines.map(({ percent }) => percent),
    step,
    overlap: type === 'multi',
    k: PUBLIC_K,
  });

function shown(
  { question, type, n, categories }: QuestionResult,
  open: readonly boolean[],
  step: Step,
): PublicQuestion {
  return {
    ...{ question, type, step, least: tens(n) },
    lines: categories.map(({ key, withoutPosition, range, count }, at) => ({
      ...{ key, withoutPosition },
      ...(range === undefined ? {} : { range }),
      percent: open[at] === true ? rounded(count, n, step) : null,
    })),
  };
}

/** Which lines are told; `null`: none of them may be. */
function openLines({ type, n, categories }: QuestionResult): boolean[] | null {
  const counts = categories.map(({ count }) => count);
  if (counts.length === 0) return null;
  const small = (count: number): boolean => isSmall(count, PUBLIC_K);
  // Where a person may be in several lines they add up to nothing: each is hidden for itself, or for those not in it.
  if (type === 'multi') return some(counts.map((count) => !small(count) && !small(n - count)));
  const open = counts.map((count) => !small(count));
  while (!isSafe(counts.filter((count, at) => open[at] !== true && count > 0))) {
    const next = smallestOpen(counts, open);
    if (next === undefined) return null;
    open[next] = false;
  }
  return some(open);
}

const some = (open: boolean[]): boolean[] | null => (open.includes(true) ? open : null);

/** What is hidden is at least ten people together, and says nothing of any line of it. */
const isSafe = (hidden: readonly number[]): boolean =>
  hidden.length === 0 ||
  (hidden.reduce((sum, count) => sum + count, 0) >= PUBLIC_K && tellsNothing(hidden, PUBLIC_K));

function smallestOpen(counts: readonly number[], open: readonly boolean[]): number | undefined {
  const left = [...counts.keys()].filter((at) => open[at] === true && (counts[at] ?? 0) > 0);
  return left.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))[0];
}
