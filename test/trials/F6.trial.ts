import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moments, newTally, playMoments } from '../engine/publish-and-talk.ts';

/** F6 in full: 10,000 edits of two flows, one run inside the other, under five running talks. */
const EDITS = Number(process.env['F6_EDITS'] ?? 10_000);
const EDITS_A_RUN = 50;

it('F6: 10,000 random edits under running talks', () => {
  const tally = newTally();
  for (let seed = 1; tally.edits < EDITS; seed += 1)
    fc.assert(
      fc.property(moments(EDITS_A_RUN), (all) => playMoments(all, tally)),
      { seed, numRuns: 10, endOnFailure: true },
    );
  const { edits, editions, turns, answers, moved, pinned, ended } = tally;
  console.info(
    `F6: ${edits} edits, ${editions} publications, ${turns} turns, ${answers} answers: ${moved} runs moved to another version, ${pinned} turns in an older one, ${ended} talks ended because nobody could read their version any more; no error, nobody stuck, no answer counted for a question its person did not see`,
  );
  expect(edits).toBeGreaterThanOrEqual(EDITS);
}, 1_200_000);
