import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  SUBSCRIBE,
  type SubscriptionParams,
  subscriberKey,
  subscriptionEffect,
  UNSUBSCRIBE,
} from '../../src/capabilities/updates/subscriptions/subscription.ts';
import {
  type SubscriptionsStore,
  subscriptionsStore,
} from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import type { EffectItem, EffectKind } from '../../src/conversation/ports.ts';
import { testKeyring } from '../universe/keyring.ts';
import { type UpdateWorld, updateWorld } from './update-world.ts';

const CHANGES = ['on', 'off', 'stopped', 'back'] as const;
const { fingerprint, sealer } = testKeyring();

describe('U10: subscriptions', () => {
  let world: UpdateWorld;
  let store: SubscriptionsStore;
  let effect: EffectKind<SubscriptionParams>;
  beforeAll(async () => {
    world = await updateWorld();
    store = subscriptionsStore(world.db);
    effect = subscriptionEffect({ fingerprint, sealer, change: (changes) => store.change(changes) });
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const item = (
    change: SubscriptionParams['change'],
    rev: number,
    { person = 'p1', conversation = 'talk-0123456789', day = '2026-11-21' } = {},
  ): EffectItem<SubscriptionParams> => ({
    ...{ id: Buffer.from(`${conversation}${rev}`), rev, params: { change } },
    context: { person, conversation, channel: 'web', address: 'a', lang: 'fr', day },
  });
  const active = (person = 'p1') => store.isActive(subscriberKey(fingerprint, person));

  it('one tap subscribes, one tap leaves, "stop" rests all and coming back goes on', async () => {
    for (const [change, wanted] of [
      ['on', true],
      ['stopped', false],
      ['back', true],
      ['off', false],
      ['back', false],
      ['on', true],
    ] as const) {
      await effect.apply([item(change, Math.floor(performance.now() * 1000))]);
      expect([change, await active()]).toEqual([change, wanted]);
    }
  });

  it('"stop" of somebody who never subscribed keeps nothing of them', async () => {
    await effect.apply([item('stopped', 1), item('back', 2)]);
    expect(await world.db.collection('update_subscriptions').countDocuments()).toBe(0);
  });

  it('T11: changes of one talk in any order, repeated, end where the last one says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('on' as const, 'off' as const), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        async (changes, chance) => {
          await world.empty();
          const items = changes.map((change, index) => item(change, index + 1));
          const shuffled = [...items, ...items]
            .map((one, index) => ({ one, at: chance[index % 20]! * (index + 1) }))
            .sort((a, b) => a.at - b.at);
          await Promise.all(shuffled.map(({ one }) => effect.apply([one])));
          expect(await active()).toBe(changes.at(-1) === 'on');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a person on two channels has one subscription, where they asked last', async () => {
    await effect.apply([item('on', 900, { conversation: 'telegram' })]);
    await effect.apply([item('on', 2, { conversation: 'web' })]);
    expect(await store.count()).toBe(1);
    const [one] = await store.page(null, 10);
    const place = `update_subscriptions/conversation/${one!.id.toString('hex')}`;
    expect(sealer.open(one!.conversation, place)).toBe('web');
    await effect.apply([item('stopped', 3, { conversation: 'web' })]);
    expect(await active()).toBe(false);
  });

  it('T4: erasing takes it, "my data" counts it', async () => {
    await effect.apply([item('on', 1), item('on', 1, { person: 'p2' })]);
    const key = subscriberKey(fingerprint, 'p1');
    expect(await store.kept(key)).toBe(1);
    expect([await store.erase(key), await store.erase(key)]).toEqual([1, 0]);
    expect([await store.kept(key), await active('p2')]).toEqual([0, true]);
  });

  it('T1, T6: neither the person nor the talk is in the collection in clear, nor an order of insertion', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `person-number-${n}`);
    await effect.apply(ids.map((person) => item('on', 1, { person, conversation: `talk-of-${person}` })));
    const stored = await world.db.collection('update_subscriptions').find().toArray();
    const raw = JSON.stringify(stored, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'buffer' in value
        ? Buffer.from((value as { buffer: Uint8Array }).buffer).toString('latin1')
        : value,
    );
    expect(raw).not.toMatch(/person-number|talk-of/u);
    expect(stored.every(({ _id }) => !('getTimestamp' in _id))).toBe(true);
  });

  it('only what a turn says is an effect', () => {
    const asked = (name: string) => effect.from({ kind: 'asked_for', effect: name, params: {} });
    expect([asked(SUBSCRIBE), asked(UNSUBSCRIBE), asked('updates.publish')]).toEqual([
      [{ change: 'on' }],
      [{ change: 'off' }],
      [],
    ]);
    const profile = (path: string, value: boolean) => effect.from({ kind: 'profile_changed', path, value });
    expect([profile('stopped', true), profile('stopped', false), profile('lang', true)]).toEqual([
      [{ change: 'stopped' }],
      [{ change: 'back' }],
      [],
    ]);
    for (const wrong of [{ change: 'all' }, { change: 'on', person: 'x' }, {}])
      expect(effect.params.safeParse(wrong).success).toBe(false);
    expect(CHANGES.every((change) => effect.params.safeParse({ change }).success)).toBe(true);
  });
});
