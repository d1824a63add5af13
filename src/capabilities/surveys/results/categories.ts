import type { QuestionOutline } from '../outline.ts';
import { isWithoutPosition } from '../outline.ts';
import type { Tally } from '../results-store.ts';
import { classes, type Frequency } from './numbers.ts';
import { eachChosen, keysOf, meanPlaces } from './several.ts';

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

/** The lines of a closed question, in the order they are read; class A answers have none. */
export function categoriesOf(outline: QuestionOutline, tallies: readonly Tally[]): Category[] {
  switch (outline.type) {
    case 'choice':
      return choiceCategories(outline.choices, tallies);
    case 'yes_no':
      return countInto(['yes', 'no'], tallies, (value) => (value === true ? 'yes' : 'no'));
    case 'place':
      return countInto([], tallies, (value) => String(value).split('/')[0] ?? '').sort(byKey);
    case 'number':
      return classes(frequenciesOf(tallies)).map(({ count, ...range }) => ({
        key: range.from === range.to ? String(range.from) : `${range.from}..${range.to}`,
        count,
        withoutPosition: false,
        range,
      }));
    case 'multi':
      return choiceCategories(outline.choices, eachChosen(tallies));
    case 'rank':
      return rankedCategories(outline.choices, tallies);
    case 'scale':
      return countInto(outline.choices, tallies, String).sort((a, b) => Number(a.key) - Number(b.key));
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
function choiceCategories(choices: readonly string[], tallies: readonly Tally[]): Category[] {
  const all = countInto(choices, tallies, String);
  return [...all.filter((one) => !one.withoutPosition), ...all.filter((one) => one.withoutPosition)];
}

/** The count of each is that of the persons who put it first. */
function rankedCategories(choices: readonly string[], tallies: readonly Tally[]): Category[] {
  const keys = [...new Set([...choices, ...eachChosen(tallies).map(({ value }) => String(value))])];
  const places = meanPlaces(tallies, keys);
  const firsts = tallies.flatMap((row) =>
    keysOf(row)
      .slice(0, 1)
      .map((value) => ({ ...row, value })),
  );
  return choiceCategories(keys, firsts).map((line) => {
    const meanPlace = places.get(line.key);
    return meanPlace === undefined ? line : { ...line, meanPlace };
  });
}

/** Days by month, over more than two years by year: a single day would often be one person's. */
function spans(tallies: readonly Tally[]): Category[] {
  const months = countInto([], tallies, (value) => String(value).slice(0, 7));
  const lines =
    months.length > MAX_MONTHS ? countInto([], tallies, (value) => String(value).slice(0, 4)) : months;
  return lines.sort(byKey);
}

const MAX_MONTHS = 24;

function countInto(
  keys: readonly string[],
  tallies: readonly Tally[],
  keyOf: (value: Tally['value']) => string,
): Category[] {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const { value, count } of tallies) {
    const key = keyOf(value);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts].map(([key, count]) => ({ key, count, withoutPosition: isWithoutPosition(key) }));
}

/** An order that says nothing about the counts, so that a hidden one cannot be read from its place. */
const byKey = (a: Category, b: Category): number => (a.key < b.key ? -1 : 1);
