import type { Tally } from '../results-store.ts';

/** An answer of several choices, or of their order: `eau,ecole`. The empty one is no choice at all. A person counts at each. */
export const keysOf = ({ value }: Pick<Tally, 'value'>): string[] =>
  typeof value === 'string' && value !== '' ? value.split(',') : [];

/**
 * The mean place of each of these keys, 1 the highest. One that a person did not put in order shares the places that are
 * left: with two of four in order, the others stand at 3.5.
 */
export function meanPlaces(tallies: readonly Tally[], keys: readonly string[]): Map<string, number> {
  const persons = tallies.reduce((sum, { count }) => sum + count, 0);
  if (persons === 0) return new Map();
  return new Map(
    keys.map((key) => {
      const places = tallies.reduce(
        (sum, row) => sum + row.count * placeIn(keysOf(row), key, keys.length),
        0,
      );
      return [key, places / persons];
    }),
  );
}

function placeIn(order: readonly string[], key: string, all: number): number {
  const at = order.indexOf(key);
  return at < 0 ? (order.length + 1 + all) / 2 : at + 1;
}
