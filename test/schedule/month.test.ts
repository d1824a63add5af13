import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Month, type MonthStep } from './month.ts';
import { ADAPTERS } from './due-world.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const HALF_A_DAY_MS = (DAY_MINUTES / 2) * MINUTE_MS;

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
/** A step in four is time, half a day of it on average: two hundred steps are about a month. */
const step: fc.Arbitrary<MonthStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.integer({ min: 1, max: DAY_MINUTES }).map((minutes) => minutes * MINUTE_MS),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      id,
      inMs: fc.integer({ min: -60, max: 3 * DAY_MINUTES }).map((minutes) => minutes * MINUTE_MS),
      repeats: fc.integer({ min: 0, max: 2 }),
      fails: fc.constantFrom(0, 0, 0, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set again' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), id }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'down' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'up' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'dies' as const }) },
);

describe.each([
  ['memory', 200],
  ['mongodb', 3],
] as const)('a month of due-dates in %s, with downtimes, deaths, moves and failures', (name, numRuns) => {
  it('each is run exactly once, never before its time, and none that was cancelled', async () => {
    const world = await ADAPTERS[name]!();
    let days = 0;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 150, maxLength: 250, size: 'max' }), async (steps) => {
          const month = new Month([world.store, await world.another()]);
          for (const each of steps) await month.go(each);
          // By chance the steps are a few days short.
          while (month.days <= 30) await month.go({ kind: 'wait', ms: HALF_A_DAY_MS });
          await month.end();
          days = Math.max(days, month.days);
          expect(month.faults).toEqual([]);
        }),
        { numRuns },
      );
    } finally {
      await world.close();
    }
    expect(days).toBeGreaterThan(30);
  }, 120_000);
});
