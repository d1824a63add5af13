import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QuestionResult, SurveyResults } from '../results/results.ts';
import type { Publication, PublicTable } from './publication.ts';
import { publicResults, type PublicQuestion, tens } from './public-table.ts';
import { isTooClose } from './too-close.ts';

const asked = (counts: readonly number[], more: Partial<QuestionResult> = {}): QuestionResult => {
  const n = more.n ?? counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ question: 'q', type: 'choice', n, unanswered: 0, current: true },
    categories: counts.map((count, at) => ({
      key: `c${String(at)}`,
      count,
      share: 0,
      withoutPosition: false,
    })),
    ...more,
  };
};
const results = (...questions: QuestionResult[]): SurveyResults => {
  const started = Math.max(0, ...questions.map(({ n }) => n));
  return { survey: 's', started, complete: started, lastDay: '2026-03-01', shared: 0, questions };
};
const told = (counts: readonly number[], more?: Partial<QuestionResult>): PublicQuestion => {
  const [question] = publicResults(results(asked(counts, more))).questions;
  if (question === undefined) throw new Error('nothing told');
  return question;
};
const percents = (question: PublicQuestion): (number | null)[] =>
  question.lines.map(({ percent }) => percent);

describe('S12, W12: what everybody may read of a question', () => {
  it.each<[number[], (number | null)[]]>([
    [
      [120, 80],
      [60, 40],
    ],
    [
      [120, 80, 0],
      [60, 40, 0],
    ],
    // 7 is hidden, and the smallest of the others with it.
    [
      [100, 60, 33, 7],
      [50, 30, null, null],
    ],
    [
      [5000, 12],
      [99.5, 0.5],
    ],
  ])('%j is told as %j', (counts, expected) => {
    expect(percents(told(counts))).toEqual(expected);
  });

  it.each([[[15, 14]], [[190, 5]], [[28, 1]], [[9, 9, 9, 2]]])('nothing of %j may be told', (counts) => {
    expect(told(counts)).toMatchObject({ least: null, lines: [] });
  });

  it('answers in people’s own words, and what is asked no more, are not told at all', () => {
    const { questions, open } = publicResults(
      results(
        asked([50, 50]),
        asked([], { question: 't', type: 'text', n: 80 }),
        asked([50, 50], { current: false }),
      ),
    );
    expect([questions.map(({ question }) => question), open]).toEqual([['q'], 1]);
  });

  it('where several may be chosen, a line is hidden for those few who are not in it, too', () => {
    expect(percents(told([95, 50, 4], { type: 'multi', n: 100 }))).toEqual([null, 50, null]);
  });

  const line = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));
  const tables = fc.array(line, { minLength: 2, maxLength: 4 });

  const threes = fc.array(line, { minLength: 2, maxLength: 3 });

  it('whoever knows the rule and reckons with it finds no line of fewer than ten', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = told(counts);
        if (shown.least === null) return;
        counts.forEach((count, at) => {
          if (shown.lines[at]?.percent !== null) expect(count === 0 || count >= 10).toBe(true);
        });
        const same = others(counts, shown).filter(
          (one) => JSON.stringify(told(one)) === JSON.stringify(shown),
        );
        counts.forEach((count, at) => {
          if (count === 0 || count > 9) return;
          expect(new Set([...same.map((one) => one[at]), count]).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('bases are tens, and no base follows from its shares: no two differ by fewer than ten', () => {
    fc.assert(
      fc.property(threes, (counts) => {
        const shown = told(counts);
        if (shown.least === null) return;
        expect(shown.least % 10).toBe(0);
        let other: number | undefined;
        for (let n = shown.least; n <= shown.least + 9 && other === undefined; n += 1) {
          if (n === sumOf(counts)) continue;
          for (const one of dealt(n, shown.lines, n)) {
            if (JSON.stringify(told(one)) !== JSON.stringify(shown)) continue;
            other = n;
            break;
          }
        }
        expect(other).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});

describe('S12, W12: two editions', () => {
  const edition = (...questions: QuestionResult[]): Pick<Publication, 'table' | 'bases'> => {
    const of = results(...questions);
    const bases = Object.fromEntries(questions.map(({ question, n }) => [question, n]));
    const table = publicResults(of) as unknown as PublicTable;
    return { table, bases: { started: of.started, questions: bases } };
  };

  it.each([
    ['nobody new', [100, 100], [100, 100], true],
    ['nine new', [100, 100], [105, 104], true],
    ['three erased', [100, 100], [99, 98], true],
    ['ten new', [100, 100], [106, 104], false],
  ] as const)('%s: %j and %j', (_name, before, now, expected) => {
    expect(isTooClose(edition(asked(now)), edition(asked(before)))).toBe(expected);
  });

  it('many new people hide no question that few of them answered', () => {
    const before = edition(asked([100, 100]), asked([60, 60], { question: 'r' }));
    expect(isTooClose(edition(asked([150, 100]), asked([62, 61], { question: 'r' })), before)).toBe(true);
    expect(isTooClose(edition(asked([150, 100]), asked([70, 60], { question: 'r' })), before)).toBe(false);
    // The same base and other shares: somebody changed an answer.
    expect(isTooClose(edition(asked([150, 100]), asked([64, 56], { question: 'r' })), before)).toBe(true);
    expect(isTooClose(edition(asked([150, 100]), asked([60, 60], { question: 'r' })), before)).toBe(false);
  });

  it('tens are rounded down', () => {
    expect([0, 9, 10, 199, 200].map(tens)).toEqual([0, 0, 10, 190, 200]);
  });
});

/** Tables with the same lines told and the same people in all, dealt otherwise over those that are hidden. */
function others(counts: readonly number[], { lines }: PublicQuestion): number[][] {
  const hidden = [...counts.keys()].filter((at) => lines[at]?.percent === null);
  const found: number[][] = [];
  for (const from of hidden)
    for (const to of hidden)
      for (let moved = 1; from !== to && moved <= (counts[from] ?? 0); moved += 1)
        found.push(
          counts.map((count, at) => (at === from ? count - moved : at === to ? count + moved : count)),
        );
  return found;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** All tables of `n` people that could be told so. */
function* dealt(n: number, [first, ...rest]: PublicQuestion['lines'], left: number): Generator<number[]> {
  if (first === undefined) {
    if (left === 0) yield [];
    return;
  }
  for (let count = 0; count <= left; count += 1) {
    if (first.percent !== null && Math.abs((100 * count) / n - first.percent) > 5) continue;
    for (const others of dealt(n, rest, left - count)) yield [count, ...others];
  }
}
