import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { callsAfter, Effects } from './apply.ts';
import type { Conversations, OrderedEffect } from './conversation.ts';
import type { CallContext, CallKind, EffectKind } from './ports.ts';

const context = { person: 'p', channel: 'web', address: 'a', lang: 'fr', day: '2026-01-15' };
const effect = (n: number, conversation = 'c'): OrderedEffect => ({
  id: Buffer.from([n]),
  rev: n,
  kind: 'count',
  context: { ...context, conversation },
  params: n,
});

interface Stage {
  effects: Effects;
  applied: number[][];
  cleared: string[];
  reported: unknown[];
}

function stage(refuse: (n: number) => boolean = () => false): Stage {
  const [applied, cleared, reported]: [number[][], string[], unknown[]] = [[], [], []];
  const count: EffectKind<number> = {
    name: 'count',
    params: z.number(),
    from: () => [],
    async apply(batch) {
      if (batch.some(({ params }) => refuse(params))) throw new Error('refused');
      applied.push(batch.map(({ params }) => params));
    },
  };
  const conversations = {
    async done(conversation: string) {
      cleared.push(conversation);
    },
  } as unknown as Conversations;
  const report = (_kind: string, cause: unknown): void => void reported.push(cause);
  return { effects: new Effects({ kinds: [count], conversations, report }), applied, cleared, reported };
}

describe('effects (COMMIT 9, P2)', () => {
  it('P2: those of many conversations are applied by one call, in the order of their commits', async () => {
    const { effects, applied, cleared } = stage();
    await Promise.all([1, 2, 3].map(async (n) => effects.apply(`c${n}`, [effect(n, `c${n}`)])));
    expect(applied).toEqual([[1, 2, 3]]);
    expect(cleared).toEqual(['c1', 'c2', 'c3']);
  });

  it('one that cannot be applied is reported and does not hold the others', async () => {
    const { effects, applied, cleared, reported } = stage((n) => n === 2);
    await effects.apply('c', [effect(1), effect(2), effect(3)]);
    expect(applied).toEqual([[1], [3]]);
    expect(cleared).toEqual(['c', 'c']);
    expect(reported).toHaveLength(1);
    await effects.applied('c');
  });

  it('a call sees what its conversation did before, and waits for nobody else', async () => {
    const { effects, applied } = stage();
    const kept: CallKind = {
      name: 'kept',
      kind: 'reads',
      params: z.record(z.string(), z.string()),
      run: async () => applied.flat().length,
    };
    const [call] = callsAfter(effects, [kept]);
    const run = async (conversation: string): Promise<unknown> =>
      call?.run({}, { ...context, conversation, claim: { inbound: 'i', call: 0 } } satisfies CallContext);
    const [, , own, other] = await Promise.all([
      effects.apply('c', [effect(1)]),
      effects.apply('c', [effect(2)]),
      run('c'),
      run('somebody else'),
    ]);
    expect({ own, other }).toEqual({ own: 2, other: 0 });
  });
});
