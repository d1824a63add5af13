import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { MemoryConversations } from '../../test/universe/memory-conversations.ts';
import { unavailable } from '../domain/faults.ts';
import { callsAfter, Effects } from './apply.ts';
import type { OrderedEffect } from './conversation.ts';
import type { CallKind, EffectItem, EffectKind } from './ports.ts';

const params = z.object({ n: z.number() });
type Note = z.infer<typeof params>;

const context = {
  person: 'p',
  conversation: 'c',
  channel: 'x',
  address: 'a',
  lang: 'fr',
  day: '2026-11-21',
};
const buildEffect = (n: unknown, kind = 'note'): OrderedEffect => ({
  id: Buffer.from(`${kind}-${String(n)}`),
  rev: 1,
  kind,
  context,
  params: { n },
});

function house(
  apply: (batch: readonly EffectItem<Note>[]) => Promise<void>,
  more: Partial<EffectKind<Note>> = {},
) {
  const store = new MemoryConversations();
  const failed: string[] = [];
  const note: EffectKind<Note> = { name: 'note', params, from: () => [], apply, ...more };
  const effects = new Effects({
    kinds: [note],
    conversations: store,
    report: (kind, cause) => void failed.push(`${kind} ${(cause as Error).name}`),
  });
  return { effects, store, failed, cleared: () => store.cleared.map(String) };
}

describe('COMMIT 9: effects after their commit', () => {
  it('what waits together is one batch, in the order of the commits, and is cleared', async () => {
    const batches: number[][] = [];
    const { effects, cleared } = house(
      async (batch) => void batches.push(batch.map((item) => item.params.n)),
    );
    await Promise.all([1, 2, 3].map((n) => effects.apply(`c${n}`, [buildEffect(n)])));
    expect(batches).toEqual([[1, 2, 3]]);
    expect(cleared()).toEqual(['note-1', 'note-2', 'note-3']);
    await effects.idle();
  });

  it('a kind that gathers longer shares one batch over several turns, and nobody waits for it', async () => {
    const batches: number[][] = [];
    const kind: EffectKind<Note> = {
      name: 'note',
      params,
      gatherMs: 60,
      from: () => [],
      apply: async (batch) => void batches.push(batch.map((item) => item.params.n)),
    };
    const effects = new Effects({
      kinds: [kind],
      conversations: new MemoryConversations(),
      report: () => undefined,
    });
    await effects.apply('c1', [buildEffect(1)]);
    await effects.applied('c1');
    expect(batches).toEqual([]);
    await effects.apply('c2', [buildEffect(2)]);
    await effects.idle();
    expect(batches).toEqual([[1, 2]]);
  });

  it('T31: whoever waits for everything has it go at once, however long it would gather', async () => {
    const applied: number[] = [];
    const kind: EffectKind<Note> = {
      name: 'note',
      params,
      gatherMs: 60_000,
      from: () => [],
      apply: async (batch) => void applied.push(...batch.map((item) => item.params.n)),
    };
    const conversations = new MemoryConversations();
    const effects = new Effects({ kinds: [kind], conversations, report: () => undefined });
    await effects.apply('c1', [buildEffect(1)]);
    await effects.idle();
    expect(applied).toEqual([1]);
  });

  it('one that fails does not hold the others; it is not cleared', async () => {
    const applied: number[] = [];
    const { effects, cleared, failed } = house(async (batch) => {
      if (batch.some((item) => item.params.n === 2)) throw new RangeError('x');
      applied.push(...batch.map((item) => item.params.n));
    });
    await effects.apply('c', [buildEffect(1), buildEffect(2), buildEffect(3)]);
    expect([applied, failed, cleared()]).toEqual([[1, 3], ['note RangeError'], ['note-1', 'note-3']]);
  });

  it('parameters of an older version are checked before a capability sees them', async () => {
    const applied: number[] = [];
    const { effects, cleared, failed } = house(async (batch) => {
      applied.push(...batch.map((item) => item.params.n));
    });
    await effects.apply('c', [buildEffect('one'), buildEffect(2)]);
    expect([applied, failed, cleared()]).toEqual([[2], ['note ZodError'], ['note-2']]);
  });

  it('a kind that is gone is reported and kept', async () => {
    const { effects, cleared, failed } = house(async () => undefined);
    await effects.apply('c', [buildEffect(1, 'old')]);
    expect([failed, cleared()]).toEqual([['old Error'], []]);
  });

  it('T25: in an outage a batch is tried once and left for later, not one by one', async () => {
    let calls = 0;
    const { effects, cleared, failed } = house(() => {
      calls += 1;
      return Promise.reject(unavailable('store_unavailable', 'away'));
    });
    await effects.apply('c', [buildEffect(1), buildEffect(2), buildEffect(3)]);
    expect([calls, cleared()]).toEqual([1, []]);
    expect(failed).toEqual(['note Fault']);
  });

  it('T4: a call sees what its conversation did before, and waits for nobody else', async () => {
    const applied: number[] = [];
    const { effects } = house(async (batch) => void applied.push(...batch.map((item) => item.params.n)));
    const kept: CallKind = {
      name: 'kept',
      kind: 'reads',
      params: z.record(z.string(), z.string()),
      run: async () => applied.length,
    };
    const [call] = callsAfter(effects, [kept]);
    const run = (conversation: string) =>
      call?.run({}, { ...context, conversation, claim: { inbound: 'i', call: 0 } });
    const [, , own, other] = await Promise.all([
      effects.apply('c', [buildEffect(1)]),
      effects.apply('c', [buildEffect(2)]),
      run('c'),
      run('somebody else'),
    ]);
    expect({ own, other }).toEqual({ own: 2, other: 0 });
  });

  it('a call goes on when an effect before it has failed', async () => {
    const { effects } = house(() => Promise.reject(new RangeError('x')));
    await effects.apply('c', [buildEffect(1)]);
    await expect(effects.applied('c')).resolves.toBeUndefined();
  });
});

describe('T29: an effect that cannot be applied', () => {
  const refusing = () =>
    house(async () => {
      throw new TypeError('a capability that refuses');
    });
  const tried = (again: number, kind = 'note'): OrderedEffect => ({ ...buildEffect(1, kind), again });

  it('is tried five times, then kept for a person to look at', async () => {
    const { effects, store, cleared } = refusing();
    for (let again = 0; again < 4; again += 1) await effects.apply('c', [tried(again)]);
    expect([store.buriedEffects, cleared()]).toEqual([[], []]);
    await effects.apply('c', [tried(4)]);
    expect(store.buriedEffects.map(({ effect, code }) => [effect.id.toString(), code])).toEqual([
      ['note-1', 'effect_failed'],
    ]);
    expect(cleared()).toEqual(['note-1']);
  });

  it('an outage is no try, and what must be applied is tried however long it takes', async () => {
    const away = house(async () => {
      throw unavailable('store_unavailable', 'away');
    });
    await away.effects.apply('c', [tried(99)]);
    const { effects, store } = house(
      async () => {
        throw new TypeError('a capability that refuses');
      },
      { endless: true },
    );
    await effects.apply('c', [tried(99)]);
    expect([away.store.buriedEffects, store.buriedEffects]).toEqual([[], []]);
  });

  it('stays in its document where it could not be kept', async () => {
    const { effects, store, cleared } = refusing();
    store.buryEffect = () => Promise.reject(unavailable('store_unavailable', 'away'));
    await effects.apply('c', [tried(4)]);
    expect(cleared()).toEqual([]);
  });

  it('can be tried once more', async () => {
    let mended = false;
    const { effects } = house(async () => {
      if (!mended) throw new TypeError('a capability that refuses');
    });
    expect(await effects.again(tried(5))).toBe(false);
    expect(await effects.again(tried(5, 'of a capability that is gone'))).toBe(false);
    mended = true;
    expect(await effects.again(tried(5))).toBe(true);
  });
});
