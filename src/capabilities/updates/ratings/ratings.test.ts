import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST, figuresOf } from './figures.ts';
import { RATE, ratingEffect } from './rating.ts';
import type { Tally } from './ratings-store.ts';

const tally = (useful: boolean, n: number, lang = 'fr', region: string | null = 'gao'): Tally => ({
  ...{ useful, n, lang, region },
});

describe('U11: what staff see of an item', () => {
  it('all of it where nobody can be told', () => {
    expect(figuresOf([tally(true, 40), tally(false, 8), tally(true, 20, 'bm', null)])).toEqual({
      any: true,
      all: { useful: 60, not: 8 },
      byLang: [
        { key: 'fr', split: { useful: 40, not: 8 } },
        { key: 'bm', split: { useful: 20, not: 0 } },
      ],
      byRegion: [
        { key: 'gao', split: { useful: 40, not: 8 } },
        { key: '', split: { useful: 20, not: 0 } },
      ],
    });
  });

  it('nothing where a few stand alone with their word', () => {
    expect(figuresOf([])).toEqual({ any: false, all: { useful: 0, not: 0 }, byLang: [], byRegion: [] });
    for (const few of [[tally(true, 4)], [tally(true, 50), tally(false, 1)]])
      expect(figuresOf(few)).toMatchObject({ any: true, all: null, byLang: [{ split: null }] });
  });

  it('a second line is hidden where the first could be reckoned from the whole', () => {
    const { byLang, all } = figuresOf([
      tally(true, 40),
      tally(true, 10, 'bm'),
      tally(false, 10),
      tally(false, 2, 'bm'),
    ]);
    expect(all).toEqual({ useful: 50, not: 12 });
    expect(byLang.map(({ split }) => split)).toEqual([null, null]);
    const three = figuresOf([
      tally(true, 90),
      tally(true, 30, 'bm'),
      tally(true, 20, 'ff'),
      tally(false, 8, 'ff'),
      tally(false, 3),
    ]);
    expect(three.byLang.map(({ key, split }) => [key, split === null])).toEqual([
      ['fr', true],
      ['bm', false],
      ['ff', true],
    ]);
  });

  it('no line that is shown, and nothing reckoned from the whole, is about 1 to 4 people', () => {
    const tallies = fc.array(
      fc.record({
        useful: fc.boolean(),
        n: fc.integer({ min: 1, max: 30 }),
        lang: fc.constantFrom('fr', 'bm'),
        region: fc.constantFrom('gao', 'kayes', 'mopti', null),
      }),
      { maxLength: 12 },
    );
    const few = (n: number): boolean => n > 0 && n < FEWEST;
    fc.assert(
      fc.property(tallies, (given) => {
        const { all, byLang, byRegion } = figuresOf(given);
        for (const parts of [byLang, byRegion]) {
          const shown = parts.flatMap(({ split }) => split ?? []);
          if (all === null) expect(shown).toEqual([]);
          for (const word of ['useful', 'not'] as const) {
            for (const split of shown) expect(few(split[word])).toBe(false);
            const rest = (all?.[word] ?? 0) - shown.reduce((sum, split) => sum + split[word], 0);
            expect(few(rest)).toBe(false);
          }
          expect(parts.length - shown.length === 1 && all !== null).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('U11: only a whole word about an item is a rating', () => {
  const effect = ratingEffect({
    fingerprint: () => Buffer.alloc(32),
    regionOf: async () => null,
    keep: async () => undefined,
  });
  const asked = (params: Record<string, string | boolean | null>, name = RATE) =>
    effect.from({ kind: 'asked_for', effect: name, params });
  expect(asked({ numero: 'ML-2026-0042', utile: false })).toEqual([{ item: 'ML-2026-0042', useful: false }]);
  for (const wrong of [
    { numero: null, utile: true },
    { numero: 'x', utile: true },
    { numero: 'ML-2026-0042', utile: 'oui' },
    {},
  ])
    expect(asked(wrong)).toEqual([]);
  expect(asked({ numero: 'ML-2026-0042', utile: true }, 'updates.subscribe')).toEqual([]);
});
