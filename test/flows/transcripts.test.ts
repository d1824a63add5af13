import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { testFlow } from '../../src/cli/flows-test/test-flow.ts';
import { shipped } from './shipped.ts';

describe('F8: transcripts by the authors of the shipped flows', () => {
  it.each(shipped.flows)(
    '%s: they pass in every language, and come by every step and every branch',
    async (flow) => {
      const { failures, unreached, passed } = await testFlow(shipped, flow);
      expect(failures).toEqual([]);
      for (const lang of shipped.languages) expect(passed[lang]).toBeGreaterThan(0);
      const goodbyes = goodbyesOf(flow);
      expect(unreached.filter(({ step }) => !goodbyes.includes(step))).toEqual([]);
    },
  );
});

/** What is asked right after everything was erased has no talk left to be answered in: its button begins anew. */
function goodbyesOf(flow: string): unknown[] {
  const { file = '' } = shipped.set.flows.get(flow) ?? {};
  const { steps } = parse(readFileSync(file, 'utf8')) as { steps: Record<string, unknown>[] };
  return steps.flatMap(({ ask }, nth) =>
    ask !== undefined && steps[nth - 1]?.['do'] === 'conversation.erase' ? [ask] : [],
  );
}
