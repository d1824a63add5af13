import type { AskType } from '../../../engine/types.ts';
import type { QuestionOutline } from '../outline.ts';
import { isWithoutPosition } from '../outline.ts';
import type { Tally } from '../results-store.ts';
import { classes, type Frequency } from './numbers.ts';
import { keysOf, meanPlaces } from './several.ts';

/** One line of a question's table. */
export interface Category {
  /** Code of the choice, `yes`, `no`, region slug, a scale's step, the class in digits, or a month `2026-05` or year `2026`. */
  key: string;
  count: number;
  /** "Don't know" or "refused": answered, without taking a position. */
  withoutPosition: boolean;
  range?: { from: number; to: number; whole: boolean };
  /** Of an order: its mean place, 1 the highest. */
  meanPlace?: number;
}

/** How much of `2026-05-31` names them. */
const [YEAR, MONTH] = [4, 7];

/**
 * The keys of the lines an answer counts in, by the type of its question; the numbers among them are in ranges. One rule for
 * the whole and for its regions: where the two differed, what is hidden in one could be had from the other.
 */
export function keysFor(type: AskType, row: Pick<Tally, 'value'>): readonly string[] {
  const value = String(row.value);
  switch (type) {
    case 'choice':
    case 'scale':
      return [value];
    case 'yes_no':
      return [row.value === true ? 'yes' : 'no'];
    case 'place':
      return value.split('/', 1);
    case 'multi':
      return keysOf(row);
    case 'rank':
      return keysOf(row).slice(0, 1);
    case 'date':
      // A table has lines of months, or of years.
      return [value.slice(0, MONTH), value.slice(0, YEAR)];
    case 'number':
    case 'text':
    case 'phone':
    case 'photo':
    case 'voice':
    case 'location':
      return [];
  }
}

/** The lines of a closed question, in the order they are read; class A answers have none. */
export function categoriesOf(outline: QuestionOutline, tallies: readonly Tally[]): Category[] {
  const { type, choices } = outline;
  switch (type) {
    case 'choice':
    case 'multi':
      return choiceCategories(type, choices, tallies);
    case 'yes_no':
      return countInto(['yes', 'no'], type, tallies);
    case 'place':
      return countInto([], type, tallies).sort(byKey);
    case 'number':
      return classes(frequenciesOf(tallies)).map(({ count, ...range }) => ({
        key: range.from === range.to ? String(range.from) : `${range.from}..${range.to}`,
        count,
        withoutPosition: false,
        range,
      }));
    case 'rank':
      return rankedCategories(choices, tallies);
    case 'scale':
      return countInto(choices, type, tallies).sort((a, b) => Number(a.key) - Number(b.key));
    case 'date':
      return spans(tallies);
    case 'text':
    case 'phone':
    case 'photo':
    case 'voice':
    case 'location':
      return [];
  }
}

export const frequenciesOf = (tallies: readonly Tally[]): Frequency[] =>
  tallies.flatMap(({ value, count }) => (typeof value === 'number' ? [{ value, count }] : []));

/** Choices of the flow first, even those nobody took; then those of earlier versions; without position last. */
function choiceCategories(
  type: 'choice' | 'multi' | 'rank',
  choices: readonly string[],
  tallies: readonly Tally[],
): Category[] {
  const all = countInto(choices, type, tallies);
  return [...all.filter((one) => !one.withoutPosition), ...all.filter((one) => one.withoutPosition)];
}

/** The count of each is that of the persons who put it first. */
function rankedCategories(choices: readonly string[], tallies: readonly Tally[]): Category[] {
  const keys = [...new Set([...choices, ...tallies.flatMap(keysOf)])];
  const places = meanPlaces(tallies, keys);
  return choiceCategories('rank', keys, tallies).map((line) => {
    const meanPlace = places.get(line.key);
    return meanPlace === undefined ? line : { ...line, meanPlace };
  });
}

/** Days by month, over more than two years by year: a single day would often be one person's. */
function spans(tallies: readonly Tally[]): Category[] {
  const all = countInto([], 'date', tallies);
  const of = (length: number): Category[] => all.filter(({ key }) => key.length === length).sort(byKey);
  const months = of(MONTH);
  return months.length > MAX_MONTHS ? of(YEAR) : months;
}

const MAX_MONTHS = 24;

function countInto(keys: readonly string[], type: AskType, tallies: readonly Tally[]): Category[] {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const row of tallies)
    for (const key of keysFor(type, row)) counts.set(key, (counts.get(key) ?? 0) + row.count);
  return [...counts].map(([key, count]) => ({ key, count, withoutPosition: isWithoutPosition(key) }));
}

/** An order that says nothing about the counts, so that a hidden one cannot be read from its place. */
const byKey = (a: Category, b: Category): number => (a.key < b.key ? -1 : 1);
