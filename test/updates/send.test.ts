import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedStore } from '../../src/capabilities/updates/published-store.ts';
import { publisher } from '../../src/capabilities/updates/send/publisher.ts';
import { noticeId, readNotice, sendDue } from '../../src/capabilities/updates/send/send-due.ts';
import { sendsStore } from '../../src/capabilities/updates/send/sends-store.ts';
import { subscriptionEffect } from '../../src/capabilities/updates/subscriptions/subscription.ts';
import { subscriptionsStore } from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import type { Prompt } from '../../src/conversation/ports.ts';
import { unavailable } from '../../src/domain/faults.ts';
import type { Due, DueDates } from '../../src/schedule/due-dates.ts';
import { testKeyring } from '../universe/keyring.ts';
import { type UpdateWorld, updateWorld } from './update-world.ts';

const { fingerprint, sealer } = testKeyring();

describe('a published item goes to whoever subscribed', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  /** A house with talks in memory that remember their prompts by id, as Reception does. */
  function house(before: (conversation: string) => Promise<void> | void = () => undefined) {
    const heard = new Map<string, string[]>();
    const pauses: number[] = [];
    const closing = { now: false };
    const dues: Due[] = [];
    const port: DueDates = {
      set: async (due) => void dues.push(due),
      cancel: async () => undefined,
      change: async () => undefined,
    };
    const prompt: Prompt = async ({ conversation, id }) => {
      await before(conversation);
      const known = heard.get(conversation) ?? [];
      if (known.includes(id)) return 'duplicate';
      heard.set(conversation, [...known, id]);
      return 'committed';
    };
    const subscriptions = subscriptionsStore(world.db);
    const sends = sendsStore(world.db);
    const published = publishedStore(world.db);
    const kind = sendDue({
      ...{ subscriptions, sends, sealer, clock: world.clock, prompt },
      item: (id) => published.byId(id),
      pause: async (ms) => void pauses.push(ms),
      stopping: () => closing.now,
    });
    const effect = subscriptionEffect({ fingerprint, sealer, change: (all) => subscriptions.change(all) });
    const change = (person: string, to: 'on' | 'off' | 'stopped', rev: number) =>
      effect.apply([
        {
          ...{ id: Buffer.from(person), rev, params: { change: to } },
          context: {
            person,
            conversation: `talk-${person}`,
            channel: 'web',
            address: '',
            lang: 'fr',
            day: '2026-11-21',
          },
        },
      ]);
    const publish = async () => {
      const item = await world.itemIn('verified');
      return publisher({ desk: world.desk, dues: port, clock: world.clock })(world.as('awa'), item, {
        seen: item.hash,
      });
    };
    /** Runs the newest due-date to its end, as the runner would. */
    const runAll = async () => {
      for (let run = 0; run < 20; run += 1) {
        const again = await kind.run(dues.at(-1)!, world.clock.now()).catch((cause: unknown) => {
          if ((cause as { code?: string }).code !== 'store_unavailable') throw cause;
          return { again: 0 };
        });
        if (again === undefined) return;
      }
    };
    const subscribe = async (n: number) => {
      for (let i = 0; i < n; i += 1) await change(`p${i}`, 'on', 1);
    };
    return { heard, pauses, closing, dues, kind, publish, runAll, subscribe, change, sends, prompt };
  }

  it('each once, a page of 25 a second, counted to the last', async () => {
    const place = house();
    await place.subscribe(60);
    const item = await place.publish();
    await place.runAll();
    expect(place.heard.size).toBe(60);
    expect(
      [...place.heard.values()].every((ids) => ids.length === 1 && ids[0] === 'update:ML-2026-0001:1'),
    ).toBe(true);
    expect(await place.sends.find(item.id, 1)).toMatchObject({
      state: 'done',
      of: 60,
      sent: 60,
      unwanted: 0,
    });
    expect(place.pauses.slice(0, 3)).toEqual([1000, 1000, 1000]);
    await place.runAll();
    expect([...place.heard.values()].flat()).toHaveLength(60);
  });

  it('COMMIT 10: killed at any prompt and begun again, nobody has it twice and nobody goes without', async () => {
    for (const dies of [1, 7, 25, 26, 51, 60]) {
      await world.empty();
      let prompts = 0;
      const place = house(() => {
        prompts += 1;
        if (prompts === dies) throw unavailable('store_unavailable', 'killed');
      });
      await place.subscribe(60);
      const item = await place.publish();
      await place.runAll();
      expect([...place.heard.values()].map((ids) => ids.length)).toEqual(Array.from({ length: 60 }, () => 1));
      expect(await place.sends.find(item.id, 1)).toMatchObject({ state: 'done', sent: 60, unwanted: 0 });
    }
  });

  it('COMMIT 10: what may not have arrived is counted apart, each once, and all add up', async () => {
    const place = house();
    await place.subscribe(30);
    const item = await place.publish();
    await place.runAll();
    for (const key of ['p1', 'p2', 'p1']) await place.sends.doubt(item.id, 1, Buffer.from(key));
    expect(await place.sends.find(item.id, 1)).toMatchObject({ of: 30, sent: 28, doubtful: 2, unwanted: 0 });
    expect(readNotice(noticeId('ML-2026-0042', 3))).toEqual({ number: { year: 2026, n: 42 }, version: 3 });
    for (const other of ['volunteers.line/a/1', 'update:x:1', 'update:ML-2026-0042:', ''])
      expect(readNotice(other)).toBeUndefined();
  });

  it('two processes at it at once: each once, counted once', async () => {
    const place = house(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 4)));
    await place.subscribe(80);
    const item = await place.publish();
    await Promise.all([place.runAll(), place.runAll(), place.runAll()]);
    expect([...place.heard.values()].flat()).toHaveLength(80);
    const send = await place.sends.find(item.id, 1);
    expect(send!.sent).toBe(80);
  });

  it('U10: who leaves or says stop in the middle of a send gets nothing more', async () => {
    const left = new Set<string>();
    const place = house(async () => {
      if (left.size > 0) return;
      const rest = Array.from({ length: 60 }, (_, i) => `p${i}`).filter((p) => !place.heard.has(`talk-${p}`));
      for (const person of rest.slice(-20)) left.add(person);
      for (const person of left) await place.change(person, person.endsWith('1') ? 'stopped' : 'off', 2);
    });
    await place.subscribe(60);
    const item = await place.publish();
    await place.runAll();
    const told = [...left].filter((person) => place.heard.has(`talk-${person}`));
    // Those of the first page were served at that very moment.
    expect(told.length).toBeLessThan(20);
    const send = (await place.sends.find(item.id, 1))!;
    expect([send.state, send.sent, send.sent + send.unwanted]).toEqual(['done', place.heard.size, 60]);
    const before = place.heard.size;
    await place.runAll();
    expect(place.heard.size).toBe(before);
  });

  it('U2: withdrawn in the middle, the rest is not sent', async () => {
    let served = 0;
    const place = house(async () => {
      served += 1;
      if (served === 25) await world.desk.move(world.as('awa'), id, { move: 'withdraw', reason: 'Erreur' });
    });
    await place.subscribe(60);
    const { id } = await place.publish();
    await place.runAll();
    expect(place.heard.size).toBe(25);
    expect(await place.sends.find(id, 1)).toMatchObject({ state: 'withdrawn', sent: 25 });
  });

  it('T31: a closing house stops after the page in hand, and the next goes on', async () => {
    const place = house(() => void (place.closing.now = true));
    await place.subscribe(60);
    await place.publish();
    await place.kind.run(place.dues.at(-1)!, world.clock.now());
    expect(place.heard.size).toBe(25);
    const next = house();
    await next.kind.run(place.dues.at(-1)!, world.clock.now());
    expect(next.heard.size).toBe(35);
  });

  it('a due-date whose item was never published sends nothing and ends', async () => {
    const place = house();
    await place.subscribe(3);
    const item = await world.itemIn('verified');
    const due = {
      kind: 'updates.send',
      id: item.id,
      at: 0,
      params: { update: item.id, version: 1, since: world.clock.now() },
    };
    expect(await place.kind.run(due, world.clock.now())).toEqual({ again: world.clock.now() + 1000 });
    expect(await place.kind.run(due, world.clock.now() + 61_000)).toBeUndefined();
    expect(await place.kind.run({ ...due, params: { ...due.params, update: 'nobody' } }, 0)).toBeUndefined();
    expect(place.heard.size).toBe(0);
  });

  it('the due-date is there before the item is published, so that no crash lies between', async () => {
    const place = house();
    const item = await world.itemIn('verified');
    const states: string[] = [];
    const dues: DueDates = {
      set: async () => void states.push((await world.desk.find(world.as('awa'), item.id)).state),
      cancel: async () => undefined,
      change: async () => undefined,
    };
    await publisher({ desk: world.desk, dues, clock: world.clock })(world.as('awa'), item, {
      seen: item.hash,
    });
    expect(states).toEqual(['verified', 'published']);
    expect(place.heard.size).toBe(0);
  });

  it('nobody subscribed: done at once', async () => {
    const place = house();
    const item = await place.publish();
    await place.runAll();
    expect(await place.sends.find(item.id, 1)).toMatchObject({ state: 'done', of: 0, sent: 0, unwanted: 0 });
  });
});
