import { describe, expect, it } from '@jest/globals';
import { drawn } from './split.ts';

const PEOPLE = 10_000;
/** As `chance.token` makes them, and as a table numbers them: both must be spread evenly. */
const IDS: [string, (n: number) => string][] = [
  [
    'random ids',
    (n) =>
      Buffer.from(`${n * 2654435761}`)
        .toString('base64url')
        .padEnd(22, 'A'),
  ],
  ['numbered ids', (n) => `p${n}`],
];

/** Sum of (observed − expected)² / expected. */
function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((sum, share, nth) => {
    const expected = (PEOPLE * share) / total;
    return sum + ((counts[nth] ?? 0) - expected) ** 2 / expected;
  }, 0);
}

describe.each(IDS)('F1: a split over %s', (_name, idOf) => {
  // Of chi-square with k − 1 degrees of freedom one value in a thousand is above these.
  it.each([
    [[50, 50], 10.83],
    [[1, 1, 1], 13.82],
    [[70, 20, 10], 13.82],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 27.88],
  ])('into %j is even over 10,000 persons', (shares, critical) => {
    const counts = shares.map(() => 0);
    for (let n = 0; n < PEOPLE; n += 1) {
      const nth = drawn([idOf(n), 'f', 'essai'], shares);
      counts[nth] = (counts[nth] ?? 0) + 1;
    }
    expect(chiSquare(counts, shares)).toBeLessThan(critical);
  });

  it('falls the same way for the same person, and two splits fall apart from each other', () => {
    const both = [0, 0, 0, 0];
    let moved = 0;
    for (let n = 0; n < PEOPLE; n += 1) {
      const one = drawn([idOf(n), 'f', 'essai'], [1, 1]);
      if (drawn([idOf(n), 'f', 'essai'], [1, 1]) !== one) moved += 1;
      both[2 * one + drawn([idOf(n), 'f', 'autre'], [1, 1])]! += 1;
    }
    expect(moved).toBe(0);
    // Three degrees of freedom: were they one split, two of the four would be empty.
    expect(chiSquare(both, [1, 1, 1, 1])).toBeLessThan(16.27);
  });
});

it('F1: nobody falls beside the shares, however unequal they are', () => {
  const drawnOf = (n: number) => [
    drawn([`p${n}`, 'f', 's'], [1, 9_999]),
    drawn([`p${n}`, 'f', 's'], [10_000, 1]),
  ];
  const all = new Set(Array.from({ length: 1_000 }, (_, n) => drawnOf(n)).flat());
  expect([...all].sort()).toEqual([0, 1]);
});
