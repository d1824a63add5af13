import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mutationRun } from '../../src/cli/flows-test/mutation/mutation-run.ts';
import { shipped } from '../flows/shipped.ts';
import { steps, walk } from '../flows/walking.ts';

/** F8 in full: every fault in every shipped flow; and long walks, which `F8_SEED` plays again. */
const FIRST_SEED = Number(process.env['F8_SEED'] ?? Date.now() % 1_000_000);
const WALKS = Number(process.env['F8_WALKS'] ?? 40);
const LONGEST_WALK = 60;

describe('F8: every fault in a shipped flow fails one of its transcripts', () => {
  it.each(shipped.flows)('%s', async (flow) => {
    const { noticed, refused, none, unnoticed } = await mutationRun(shipped, flow);
    const without = none.map(({ what, why }) => `\n  without effect: ${what} (${why})`).join('');
    console.info(
      `F8: ${flow}: ${noticed} noticed, ${refused} refused before they run, ${none.length} without effect, ` +
        `${unnoticed.length} not noticed${without}`,
    );
    expect(unnoticed).toEqual([]);
  });
});

describe.each(shipped.languages)('F8: random walks with hostile answers in %s', (lang) => {
  it.each(shipped.flows.map((flow, nth) => [flow, FIRST_SEED + nth] as const))(
    '%s, seed %d',
    async (flow, seed) => {
      let [turns, bytes] = [0, 0];
      await fc.assert(
        fc.asyncProperty(steps(LONGEST_WALK), async (given) => {
          const walked = await walk(flow, lang, given);
          turns += walked.turns;
          bytes = Math.max(bytes, walked.bytes);
        }),
        { numRuns: WALKS, seed },
      );
      console.info(
        `F8: ${lang} ${flow}, seed ${seed}: ${WALKS} walks, ${turns} turns, state at most ${bytes} B`,
      );
    },
  );
});
