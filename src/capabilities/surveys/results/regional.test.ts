import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Tally } from '../results-store.ts';
import { categoriesOf } from './categories.ts';
import { type RegionTally, regionalResults } from './regional.ts';

const CHOICES = ['eau', 'ecole', 'route'];
const chosen = fc.shuffledSubarray(CHOICES).map((codes) => codes.join(','));
/** The 15th of some month of four years: more months than a table has lines. */
const day = fc.nat(47).map((n) => `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`);

describe('S12: the counts of the regions add up to those of the whole, line by line', () => {
  it.each<[Tally['type'], fc.Arbitrary<Tally['value']>]>([
    ['choice', fc.constantFrom(...CHOICES, 'autrefois', 'ne_sait_pas')],
    ['yes_no', fc.boolean()],
    ['number', fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -3, max: 120 }))],
    ['scale', fc.nat(10)],
    ['multi', chosen],
    ['rank', chosen],
    ['date', day],
  ])('%s', (type, value) => {
    const question = { key: 'q', type, choices: CHOICES };
    const outline = { id: 's', flow: 's', questions: [question] };
    const row = fc.record({ value, region: fc.constantFrom('gao', 'mopti'), count: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const tallies = rows.map((each): RegionTally => ({ question: 'q', type, ...each }));
        const { regions } = regionalResults(outline, tallies, new Map(), true);
        const apart = [...regions.values()].flatMap(([asked]) => asked?.categories ?? []);
        const sum = (key: string): number =>
          apart.reduce((all, line) => (line.key === key ? all + (line.count ?? Number.NaN) : all), 0);
        const whole = categoriesOf(question, tallies);
        expect(whole.map(({ key }) => [key, sum(key)])).toEqual(whole.map(({ key, count }) => [key, count]));
      }),
      { numRuns: 60 },
    );
  });
});
