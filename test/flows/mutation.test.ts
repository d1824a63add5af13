import { describe, expect, it } from '@jest/globals';
import { mutationRun } from '../../src/cli/flows-test/mutation/mutation-run.ts';
import { shipped } from './shipped.ts';

/** Each fault costs a compilation; `npm run trial -- F8` puts in all of them. */
const EVERY = 10;

describe('F8: a fault in a shipped flow fails one of its transcripts', () => {
  it.each(shipped.flows)(`%s, every ${EVERY}th fault`, async (flow) => {
    const { unnoticed } = await mutationRun(shipped, flow, { every: EVERY });
    expect(unnoticed).toEqual([]);
  });
});
