import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moments, newTally, playMoments } from '../../../test/engine/publish-and-talk.ts';

it('F6, rapidpro#827: flows edited and published at random under running talks: none errors, none is stuck, every answer is one to the question its person saw', () => {
  const tally = newTally();
  fc.assert(
    fc.property(moments(12), (all) => playMoments(all, tally)),
    { numRuns: 25, endOnFailure: true },
  );
  expect(tally.edits).toBeGreaterThan(200);
  expect(Math.min(tally.pinned, tally.moved, tally.answers)).toBeGreaterThan(10);
});
