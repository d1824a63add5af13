import { z } from 'zod';
import { contentHash } from '../../content-hash.ts';
import { stepKey } from '../../flow-file/keys.ts';
import { MAX_ARMS } from '../../limits.ts';
import { go, type NodeKind } from '../node-kind.ts';
import { stepsOf, wayOf } from '../way.ts';

const schema = (step: z.ZodType) => {
  const way = wayOf(step);
  return (
    z
      .strictObject({
        /** Its key, and the variable that holds the way taken. */
        split: stepKey,
        /** Each way and its share; shares need not make 100. */
        into: z.record(stepKey, z.number().int().min(1).max(10_000)),
        then: z.record(stepKey, way).default({}),
      })
      // A key of digits alone would be put first whatever its place; step keys begin with a letter.
      .refine(({ into }) => Object.keys(into).length >= 2, 'must have two ways')
      .refine(({ into }) => Object.keys(into).length <= MAX_ARMS, `must have at most ${MAX_ARMS} ways`)
      .refine(
        ({ into, then }) => Object.keys(then).every((name) => Object.hasOwn(into, name)),
        'has a way under then that is not under into',
      )
  );
};
type Source = z.infer<ReturnType<typeof schema>>;

/**
 * Sends each person one of several ways by chance, and the same person the same way each time: it is decided by who they
 * are, the flow and the step. A way without steps of its own goes on with the next.
 */
export const split: NodeKind<'split', Source> = {
  kind: 'split',
  schema,
  outline: ({ split: key, into, then }) => ({
    key,
    vars: [key],
    blocks: Object.keys(into).map((name) => ({ path: ['then', name], steps: stepsOf(then[name]) })),
  }),
  compile({ split: key, into }, at) {
    const shares = Object.entries(into);
    const exits = shares.map((_, index) => at.block(index));
    return {
      exits,
      ways: shares.map(([name]) => name),
      texts: [],
      enter(turn) {
        const nth = drawn(
          [turn.person, at.flow, key],
          shares.map(([, share]) => share),
        );
        const way = shares[nth]?.[0] ?? null;
        turn.because?.({ kind: 'drawn', flow: turn.frame.flow, step: key, way: String(way) });
        turn.setVariable(key, way);
        return go(exits[nth] ?? at.next);
      },
    };
  },
};

/** Which of the shares falls to whom: evenly spread over people, always the same for one. */
export function drawn(who: readonly string[], shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = (Number.parseInt(contentHash(who).slice(0, 8), 16) / 2 ** 32) * total;
  return shares.findIndex((share) => (left -= share) < 0);
}
