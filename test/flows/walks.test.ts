import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { shipped } from './shipped.ts';
import { steps, walk } from './walking.ts';

/** `npm run trial -- F8` walks further, and from another seed each time. */
const WALKS = 3;
const LONGEST_WALK = 16;

describe.each(shipped.languages)('F3, F8: random walks with hostile answers in %s', (lang) => {
  it.each(shipped.flows)('%s always answers, ends or waits, and stays small', async (flow) => {
    await fc.assert(
      fc.asyncProperty(steps(LONGEST_WALK), async (given) => {
        await walk(flow, lang, given);
      }),
      { numRuns: WALKS, seed: 20_261_121 },
    );
  });
});
