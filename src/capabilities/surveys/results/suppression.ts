import type { Category } from './categories.ts';
import type { NumberSummary } from './numbers.ts';
import type { QuestionResult, SurveyResults } from './results.ts';

/** Staff see no count of 1 to 4 persons (row S12: 5 for staff, 10 in public). */
export const STAFF_K = 5;

/** Why a count is not shown: `small` is 1 to 4; `masked` would give a small one away. */
export type Hidden = 'small' | 'masked';

/** A line as staff may see it. */
export type ShownCategory = Omit<Category, 'count'> &
  ({ count: number; share: number } | { count: null; hidden: Hidden });

/** `null`: the number lies in a hidden class and would say more than it. */
export type ShownSummary = Pick<NumberSummary, 'median' | 'mean'> & {
  min: number | null;
  max: number | null;
};

export interface ShownQuestion extends Omit<QuestionResult, 'categories' | 'numbers'> {
  categories: ShownCategory[];
  numbers?: ShownSummary;
}

export interface ShownResults extends Omit<SurveyResults, 'questions' | 'shared'> {
  /** `null`: 1 to 4 of them, or all but 1 to 4. */
  shared: number | null;
  questions: ShownQuestion[];
  /** A rehearsal on a development machine: nothing is hidden, and the page says so. */
  rehearsal: boolean;
}

/** Results of a rehearsal, whole: whoever tries Benkan is alone and must see that their answers arrive. */
export const unhidden = (results: SurveyResults): ShownResults => ({ ...results, rehearsal: true });

/**
 * What staff may see of results: primary and complementary cell suppression in a one-way table with a known total
 * (Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, chapter 4; k from row S12).
 *
 * - How many persons took part and answered is always shown: it says nothing about any of them.
 * - A count of 1 to 4 is shown as "< 5". Nobody is a person too few: 0 stays 0.
 * - If the hidden counts could still be worked out from the total, the next smallest is hidden too.
 * - The smallest and the largest number are one person's: they are shown only where their class is.
 * - Where several choices may be taken, a line is also hidden where only 1 to 4 persons did not take it.
 * - Where that is not enough, or fewer than 5 persons answered, every line of the question is hidden, as is the
 *   summary of its numbers.
 *
 * It does not withstand a reader who also reckons with this rule and with ties; public tables need the search of S12.
 */
export const forStaff = (results: SurveyResults): ShownResults => ({
  ...results,
  shared: isSmall(results.shared) || isSmall(results.started - results.shared) ? null : results.shared,
  rehearsal: false,
  questions: results.questions.map(shownQuestion),
});

function shownQuestion(question: QuestionResult): ShownQuestion {
  const { numbers, categories: lines, ...rest } = question;
  const hidden = hiddenOf(question);
  const categories = lines.map(({ count, share, meanPlace, ...line }, index): ShownCategory => {
    const why = hidden === null ? 'masked' : hidden.get(index);
    if (why !== undefined) return { ...line, count: null, hidden: why };
    return { ...line, count, share, ...(meanPlace !== undefined && { meanPlace }) };
  });
  if (numbers === undefined || hidden === null) return { ...rest, categories };
  return { ...rest, categories, numbers: shownSummary(numbers, categories) };
}

/** Which lines of a question are hidden and why; `null`: all of them. */
export function hiddenOf({
  type,
  n,
  categories,
}: Pick<QuestionResult, 'type' | 'n'> & { categories: readonly Pick<Category, 'count'>[] }): Map<
  number,
  Hidden
> | null {
  if (n < STAFF_K) return null;
  const counts = categories.map(({ count }) => count);
  return type === 'multi' ? hiddenAlone(counts, n) : hiddenLines(counts);
}

/**
 * Where a person may be in several lines, they add up to nothing: each is hidden for itself, where few chose it or where
 * few did not.
 */
function hiddenAlone(counts: readonly number[], n: number): Map<number, Hidden> {
  const why = (count: number): Hidden | undefined =>
    isSmall(count) ? 'small' : isSmall(n - count) ? 'masked' : undefined;
  return new Map(
    counts.flatMap((count, index) => {
      const hidden = why(count);
      return hidden === undefined ? [] : [[index, hidden] as const];
    }),
  );
}

/** Classes stand in rising order and begin and end with one that is not empty. */
function shownSummary(numbers: NumberSummary, categories: readonly ShownCategory[]): ShownSummary {
  const [first, last] = [categories[0], categories.at(-1)];
  return {
    ...numbers,
    min: first === undefined || first.count === null ? null : numbers.min,
    max: last === undefined || last.count === null ? null : numbers.max,
  };
}

/** Which lines to hide and why; `null`: all of them. */
export function hiddenLines(counts: readonly number[]): Map<number, Hidden> | null {
  const hidden = new Map<number, Hidden>();
  counts.forEach((count, index) => {
    if (isSmall(count)) hidden.set(index, 'small');
  });
  if (hidden.size === 0 || !isKnowable(counts, hidden)) return hidden;
  const next = nextSmallest(counts);
  return next === null ? null : hidden.set(next, 'masked');
}

/** A count that could be somebody in particular. */
export const isSmall = (count: number, k = STAFF_K): boolean => count > 0 && count < k;

/** Whether the sum of small counts, known from the total, leaves only one possibility: one cell, all 1, or all 4. */
function isKnowable(counts: readonly number[], hidden: ReadonlyMap<number, Hidden>): boolean {
  const sum = [...hidden.keys()].reduce((total, index) => total + (counts[index] ?? 0), 0);
  return hidden.size === 1 || sum === hidden.size || sum === hidden.size * (STAFF_K - 1);
}

function nextSmallest(counts: readonly number[]): number | null {
  return counts.reduce<number | null>((best, count, index) => {
    if (count < STAFF_K) return best;
    return best === null || count < (counts[best] ?? 0) ? index : best;
  }, null);
}
