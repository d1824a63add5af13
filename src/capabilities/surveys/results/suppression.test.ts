import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RegionTally, regionalResults } from './regional.ts';
import { type Apart, regionsApart } from './regions-apart.ts';
import type { SurveyResults } from './results.ts';
import { forStaff, hiddenLines, hiddenOf, isSmall, STAFF_K } from './suppression.ts';

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

describe('S12: regions beside the whole', () => {
  /** Of a table by lines and regions: what is hidden in the whole follows from it. */
  const apartOf = (rows: number[][], nowhere: number[]): Apart => {
    const totals = rows.map((row, at) => row.reduce((sum, count) => sum + count, nowhere[at] ?? 0));
    const n = totals.reduce((sum, count) => sum + count, 0);
    const hidden = hiddenOf({ type: 'choice', n, categories: totals.map((count) => ({ count })) });
    const bases = (rows[0] ?? []).map((_count, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
    const hiddenInWhole = new Set(hidden === null ? rows.keys() : hidden.keys());
    return { rows, nowhere, hiddenInWhole, overlap: false, bases };
  };
  const seen = (apart: Apart) =>
    apart.rows.map((row, at) =>
      row.map((count, column) => (regionsApart(apart)[at]![column]! ? null : count)),
    );

  it('a region that would give another away is hidden with it', () => {
    // 19 in the whole and 18 in one region is 1 in the other.
    expect(
      seen(
        apartOf(
          [
            [18, 1, 0],
            [20, 30, 25],
          ],
          [0, 0],
        ),
      ),
    ).toEqual([
      [null, null, 0],
      [null, null, 25],
    ]);
    // Who named no place may be any of them.
    const several = {
      ...apartOf(
        [
          [18, 3],
          [20, 30],
        ],
        [12, 0],
      ),
      overlap: true,
      bases: [60, 60],
    };
    expect(seen(several)).toEqual([
      [18, null],
      [20, 30],
    ]);
    expect(
      seen(
        apartOf(
          [
            [18, 12],
            [20, 30],
          ],
          [0, 0],
        ),
      ),
    ).toEqual([
      [18, 12],
      [20, 30],
    ]);
    // What is hidden in the whole, and fewer than five of a region.
    expect(
      seen(
        apartOf(
          [
            [2, 1],
            [9, 8],
            [30, 40],
          ],
          [0, 0],
        ),
      ).slice(0, 2),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(
      seen(
        apartOf(
          [
            [40, 2, 50],
            [30, 2, 60],
          ],
          [0, 0],
        ),
      ).map((row) => row[1]),
    ).toEqual([null, null]);
  });

  it('nobody works out a small number from the whole and all the regions that are shown', () => {
    const counts = fc.integer({ min: 0, max: 14 });
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([lines, regions]) =>
        fc.tuple(
          fc.array(fc.array(counts, { minLength: regions, maxLength: regions }), {
            minLength: lines,
            maxLength: lines,
          }),
          fc.array(counts, { minLength: lines, maxLength: lines }),
        ),
      );
    fc.assert(
      fc.property(tables, ([rows, nowhere]) => {
        const apart = apartOf(rows, nowhere);
        const covered = regionsApart(apart);
        for (const [at, row] of rows.entries()) {
          const isTiny = (column: number): boolean => apart.bases[column]! < STAFF_K;
          const hidden = row.filter((_count, column) => covered[at]![column] && !isTiny(column));
          const rest = row.reduce((sum, count, column) => (isTiny(column) ? sum + count : sum), nowhere[at]!);
          expect(row.every((count, column) => covered[at]![column] || !isSmall(count))).toBe(true);
          if (apart.hiddenInWhole.has(at)) expect(covered[at]).toEqual(row.map(() => true));
          else
            for (const small of hidden.filter((one) => isSmall(one)))
              expect(possible(hidden, small, rest)).toBeGreaterThan(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  /** How many values a small cell may have, for whoever knows the sum of all that is hidden in its line. */
  function possible(hidden: readonly number[], small: number, rest: number): number {
    const sum = hidden.reduce((total, count) => total + count, rest);
    const others = [...hidden];
    others.splice(others.indexOf(small), 1);
    const alone = others.length === 0 && rest === 0;
    return [0, 1, 2, 3, 4].filter((value) => (alone ? value === sum : value <= sum)).length;
  }

  it('a base is the sum of the lines that are shown; classes of numbers are those of the whole', () => {
    const outline = {
      ...{ id: 's', flow: 's' },
      questions: [
        { key: 'q', type: 'yes_no', choices: [] },
        { key: 'age', type: 'number', choices: [] },
        { key: 'lieu', type: 'place', choices: [] },
        { key: 'idee', type: 'text', choices: [] },
      ],
    } as const;
    const row = (question: string, value: RegionTally['value'], region: string | null, count: number) =>
      ({ question, type: question === 'q' ? 'yes_no' : 'number', value, region, count }) as RegionTally;
    const tallies = [
      ...[row('q', true, 'gao', 30), row('q', false, 'gao', 2), row('q', true, 'mopti', 40)],
      ...[row('q', false, 'mopti', 20), row('q', false, null, 9)],
      ...[row('age', 17, 'gao', 12), row('age', 44, 'mopti', 15)],
    ];
    const { regions } = regionalResults(outline, tallies, new Map(), false);
    expect([...regions.keys()]).toEqual(['gao', 'mopti']);
    const [asked, age] = regions.get('gao')!;
    expect(regions.get('gao')!.map(({ question }) => question)).toEqual(['q', 'age']);
    expect(asked).toMatchObject({
      n: 0,
      unanswered: 0,
      categories: [{ hidden: 'masked' }, { hidden: 'masked' }],
    });
    expect(age!.categories.map(({ key }) => key)).toEqual(
      regions.get('mopti')![1]!.categories.map(({ key }) => key),
    );
    expect(age).not.toHaveProperty('numbers');
    expect(age!.n).toBe(12);
    const whole = regionalResults(outline, tallies, new Map(), true).regions.get('gao')![0];
    expect(whole).toMatchObject({ n: 32, categories: [{ count: 30 }, { count: 2 }] });
  });
});
