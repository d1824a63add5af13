import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classes, type Frequency, summary } from './numbers.ts';

const once = (...values: number[]): Frequency[] => values.map((value) => ({ value, count: 1 }));
const frequencies = (value: fc.Arbitrary<number>) =>
  fc.uniqueArray(fc.record({ value, count: fc.integer({ min: 1, max: 50 }) }), {
    minLength: 1,
    maxLength: 60,
    selector: (one) => one.value,
  });

describe('a summary of numbers', () => {
  it('is that of the sorted list', () => {
    fc.assert(
      fc.property(frequencies(fc.integer({ min: -1000, max: 1000 })), (given) => {
        const list = given
          .flatMap(({ value, count }) => Array<number>(count).fill(value))
          .sort((a, b) => a - b);
        const found = summary(given)!;
        expect([found.min, found.max]).toEqual([list[0], list.at(-1)]);
        expect(found.median).toBe(
          (list[Math.floor((list.length - 1) / 2)]! + list[Math.ceil((list.length - 1) / 2)]!) / 2,
        );
        expect(found.mean).toBeCloseTo(list.reduce((sum, value) => sum + value, 0) / list.length, 8);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(summary([])).toBeNull();
    expect(classes([])).toEqual([]);
  });
});

describe('classes of numbers', () => {
  it('are one a value where there are few', () => {
    expect(classes(once(1, 3, 3.0)).map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(classes(once(7))).toEqual([{ from: 7, to: 7, whole: true, count: 1 }]);
    expect(classes(once(0.5))).toEqual([{ from: 0, to: 1, whole: false, count: 1 }]);
  });

  it('are decades for ages', () => {
    expect(classes(once(15, 22, 41, 68)).map(({ from, to, count }) => [from, to, count])).toEqual([
      [10, 19, 1],
      [20, 29, 1],
      [30, 39, 0],
      [40, 49, 1],
      [50, 59, 0],
      [60, 69, 1],
    ]);
  });

  it('hold every number once, follow each other without a gap, and are at most ten', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom(0.1, 0.25, 1e12, -3.75),
    );
    fc.assert(
      fc.property(frequencies(numbers), (given) => {
        const found = classes(given);
        expect(found.length).toBeLessThanOrEqual(10);
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(
          given.reduce((sum, { count }) => sum + count, 0),
        );
        for (const [index, one] of found.entries()) {
          const next = found[index + 1];
          if (next !== undefined) expect(next.from).toBeCloseTo(one.whole ? one.to + 1 : one.to, 6);
        }
      }),
    );
  });
});
