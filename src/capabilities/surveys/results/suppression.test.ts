import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forStaff, hiddenLines, STAFF_K } from './suppression.ts';
import type { SurveyResults } from './results.ts';

const shown = (counts: number[]) =>
  counts.map((count, index) => {
    const hidden = hiddenLines(counts);
    return hidden === null ? 'masked' : (hidden.get(index) ?? count);
  });

describe('S12: suppression for staff', () => {
  it.each([
    [
      [10, 20, 0],
      [10, 20, 0],
    ],
    [
      [5, 20],
      [5, 20],
    ],
    [
      [3, 20, 9],
      ['small', 20, 'masked'],
    ],
    [
      [3, 4, 20],
      ['small', 'small', 20],
    ],
    [
      [1, 1, 20],
      ['small', 'small', 'masked'],
    ],
    [
      [4, 4, 20, 6],
      ['small', 'small', 20, 'masked'],
    ],
    [
      [4, 4, 0],
      ['masked', 'masked', 'masked'],
    ],
    [
      [4, 0, 5],
      ['small', 0, 'masked'],
    ],
  ] as [number[], (number | string)[]][])('%j is shown as %j', (counts, expected) => {
    expect(shown(counts)).toEqual(expected);
  });

  it('no count of 1 to 4 is shown, and the known total never leaves one possibility for a hidden one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (total < STAFF_K) return;
        const table = shown(counts);
        expect(table.some((cell) => typeof cell === 'number' && cell > 0 && cell < STAFF_K)).toBe(false);
        const possible = solutions(table, total);
        for (const [index, cell] of table.entries()) {
          if (cell === 'small') expect(new Set(possible.map((one) => one[index])).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a base under 5 hides every line, zeros included, and the summary of numbers', () => {
    const results = build([4, 0], { numbers: { min: 17, median: 20, mean: 21, max: 30 } });
    const [question] = forStaff(results).questions;
    expect(question).toMatchObject({
      n: 4,
      categories: [
        { count: null, hidden: 'masked' },
        { count: null, hidden: 'masked' },
      ],
    });
    expect(question).not.toHaveProperty('numbers');
  });

  it('the smallest and largest number are shown only where their class is', () => {
    const numbers = { min: 17, median: 20, mean: 21, max: 60 };
    const summaryOf = (counts: number[]) => forStaff(build(counts, { numbers })).questions[0]!.numbers;
    expect(summaryOf([6, 0, 9])).toEqual(numbers);
    expect(summaryOf([6, 20, 3])).toEqual({ ...numbers, min: null, max: null });
    expect(summaryOf([20, 6, 3])).toEqual({ ...numbers, max: null });
    expect(summaryOf([2, 1, 9])).toEqual({ ...numbers, min: null });
  });

  it('S5: how many answered on a shared phone is hidden where they are few, or all but few', () => {
    const shown = [0, 1, 4, 5, 15, 16, 19, 20].map((shared) => forStaff({ ...build([20]), shared }).shared);
    expect(shown).toEqual([0, null, null, 5, 15, null, null, 20]);
  });

  it('a hidden line keeps neither count nor share', () => {
    const lines = forStaff(build([3, 20, 9])).questions[0]!.categories;
    expect(lines[0]).toEqual({ key: 'c0', withoutPosition: false, count: null, hidden: 'small' });
    expect(lines[1]).toEqual({ key: 'c1', withoutPosition: false, count: 20, share: 20 / 32 });
  });
});

/** Every table that fits what is shown: what a reader with the total can conclude. */
function solutions(table: (number | string)[], total: number): number[][] {
  const [cell, ...rest] = table;
  if (cell === undefined) return total === 0 ? [[]] : [];
  const values =
    typeof cell === 'number'
      ? [cell]
      : range(cell === 'small' ? 1 : 0, Math.min(total, cell === 'small' ? 4 : total));
  return values.flatMap((value) =>
    value > total ? [] : solutions(rest, total - value).map((one) => [value, ...one]),
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

function build(counts: number[], more: Partial<SurveyResults['questions'][number]> = {}): SurveyResults {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    survey: 's',
    started: n,
    complete: n,
    lastDay: '2026-03-01',
    shared: 0,
    questions: [
      {
        question: 'q',
        type: 'choice',
        n,
        unanswered: 0,
        current: true,
        categories: counts.map((count, i) => ({
          key: `c${i}`,
          count,
          share: count / n,
          withoutPosition: false,
        })),
        ...more,
      },
    ],
  };
}
