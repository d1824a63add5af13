import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedStore } from '../../src/capabilities/updates/published-store.ts';
import { publisher } from '../../src/capabilities/updates/send/publisher.ts';
import { DIGEST, digestDue, digestId } from '../../src/capabilities/updates/send/digest-due.ts';
import type { AtNight } from '../../src/capabilities/updates/send/night.ts';
import { noticeId, readNotice, SEND, sendDue } from '../../src/capabilities/updates/send/send-due.ts';
import { sendsStore } from '../../src/capabilities/updates/send/sends-store.ts';
import {
  subscriptionEffect,
  type SubscriptionParams,
} from '../../src/capabilities/updates/subscriptions/subscription.ts';
import { subscriptionsStore } from '../../src/capabilities/updates/subscriptions/subscriptions-store.ts';
import { EVERYTHING, type Wish } from '../../src/capabilities/updates/subscriptions/wish.ts';
import { digestCall } from '../../src/capabilities/updates/chat/digest-call.ts';
import { noticeCall } from '../../src/capabilities/updates/chat/calls.ts';
import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import type { Prompt } from '../../src/conversation/ports.ts';
import { unavailable } from '../../src/domain/faults.ts';
import type { Due, DueDates } from '../../src/schedule/due-dates.ts';
import { shipped } from '../flows/shipped.ts';
import { testKeyring } from '../universe/keyring.ts';
import { type TestClock, testClock } from '../universe/time.ts';
import { type UpdateWorld, updateWorld, WITHDRAW } from './update-world.ts';

const { fingerprint, sealer } = testKeyring();

describe('a published item goes to whoever subscribed', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  /** A house with talks in memory that remember their prompts by id, as Reception does. */
  function house(
    before: (conversation: string) => Promise<void> | void = () => undefined,
    { clock = world.clock, atNight = 'nothing' }: { clock?: TestClock; atNight?: AtNight } = {},
  ) {
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
    const sending = {
      ...{ subscriptions, sends, sealer, clock, prompt, atNight },
      pause: async (ms: number) => {
        pauses.push(ms);
        if (clock !== world.clock) clock.advance(ms);
      },
      stopping: () => closing.now,
    };
    const kind = sendDue({ ...sending, item: (id) => published.byId(id) });
    const digest = digestDue({ ...sending, published });
    const effect = subscriptionEffect({ fingerprint, sealer, change: (all) => subscriptions.change(all) });
    const change = (person: string, to: 'on' | 'off' | 'stopped' | Partial<Wish>, rev: number) =>
      effect.apply([
        {
          ...{ id: Buffer.from(person), rev, params: changeTo(to) },
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
    const publish = async (content?: Partial<UpdateContent>) => {
      const item = await world.itemIn('verified', content);
      return publisher({ desk: world.desk, dues: port, clock: world.clock, digestDay: 'saturday' })(
        world.as('awa'),
        item,
        { seen: item.hash },
      );
    };
    const newest = (name: string) => dues.filter((due) => due.kind === name).at(-1)!;
    /** Runs the newest due-date of a kind until it ends, waiting for whatever it waits for, as the runner would. */
    const runAll = async (name: typeof SEND | typeof DIGEST = SEND) => {
      const waited: number[] = [];
      for (let run = 0; run < 20; run += 1) {
        const again = await { [SEND]: kind, [DIGEST]: digest }[name]
          .run(newest(name), clock.now())
          .catch((cause: unknown) => {
            if ((cause as { code?: string }).code !== 'store_unavailable') throw cause;
            return { again: 0 };
          });
        if (again === undefined) break;
        if (again.again > clock.now()) waited.push(again.again);
        clock.advance(Math.max(0, again.again - clock.now()));
      }
      return waited;
    };
    const subscribe = async (n: number) => {
      for (let i = 0; i < n; i += 1) await change(`p${i}`, 'on', 1);
    };
    return {
      heard,
      pauses,
      closing,
      dues,
      newest,
      kind,
      publish,
      runAll,
      subscribe,
      change,
      sends,
      subscriptions,
      published,
    };
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
      if (served === 25) await world.desk.move(world.as('awa'), id, WITHDRAW);
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
    await place.kind.run(place.newest(SEND), world.clock.now());
    expect(place.heard.size).toBe(25);
    const next = house();
    await next.kind.run(place.newest(SEND), world.clock.now());
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
      set: async ({ kind }) =>
        void states.push(`${kind} ${(await world.desk.find(world.as('awa'), item.id)).state}`),
      cancel: async () => undefined,
      change: async () => undefined,
    };
    await publisher({ desk: world.desk, dues, clock: world.clock, digestDay: 'saturday' })(
      world.as('awa'),
      item,
      { seen: item.hash },
    );
    expect(states).toEqual([`${SEND} verified`, `${DIGEST} verified`, `${SEND} published`]);
    expect(place.heard.size).toBe(0);
  });

  it('nobody subscribed: done at once', async () => {
    const place = house();
    const item = await place.publish();
    await place.runAll();
    expect(await place.sends.find(item.id, 1)).toMatchObject({ state: 'done', of: 0, sent: 0, unwanted: 0 });
  });

  it('U10: by theme, region and rhythm; who changes to another rhythm in between gets nothing', async () => {
    const place = house();
    for (const [person, wish] of Object.entries(READERS)) await place.change(person, wish, 1);
    const told = async (content: Partial<UpdateContent>) => {
      place.heard.clear();
      const item = await place.publish(content);
      await place.runAll();
      expect((await place.sends.find(item.id, 1))!.of).toBe(place.heard.size);
      return [...place.heard.keys()].map((talk) => talk.slice(5)).sort();
    };
    expect(await told({ theme: 'charte', place: 'gao/ansongo' })).toEqual(['charte', 'everything', 'gao']);
    expect(await told({ theme: 'charte', place: 'mali' })).toEqual(['charte', 'everything', 'gao', 'mali']);
    expect(await told({ theme: 'accord', place: 'kayes' })).toEqual(['everything']);
    expect(await told({ theme: 'accord', place: 'mali', urgent: true })).toEqual([
      ...['everything', 'gao', 'mali', 'urgent', 'weekly'],
    ]);
    const call = noticeCall(callsOf(place));
    const item = await place.publish();
    const asked = () =>
      call.run(
        { numero: `ML-2026-${String(item.number!.n).padStart(4, '0')}`, version: 1 },
        turnOf('everything'),
      );
    expect(await asked()).toMatchObject({ voulue: true });
    await place.change('everything', { rhythm: 'weekly' }, 2);
    expect(await asked()).toEqual({ voulue: false });
  });

  it('U10: at nine in the evening a send rests, and the rest have it at seven; what is urgent goes on if the setting says so', async () => {
    for (const [atNight, urgent, waits] of [
      ['nothing', false, true],
      ['nothing', true, true],
      ['urgent', false, true],
      ['urgent', true, false],
      ['all', false, false],
    ] as const) {
      await world.empty();
      const clock = testClock(Date.UTC(2026, 10, 20, 20, 59, 59));
      const place = house(undefined, { clock, atNight });
      await place.subscribe(60);
      const item = await place.publish(urgent ? { urgent } : {});
      const waited = await place.runAll();
      expect(waited.map((at) => new Date(at).toISOString())).toEqual(
        waits ? ['2026-11-21T07:00:00.000Z'] : [],
      );
      expect([...place.heard.values()].flat()).toHaveLength(60);
      expect(await place.sends.find(item.id, 1)).toMatchObject({ state: 'done', of: 60, sent: 60 });
    }
  });

  describe('U10: the titles of the week', () => {
    /** Saturday at nine, after a week in which the world's clock stood on Saturday at ten. */
    const SATURDAY = Date.UTC(2026, 10, 28, 9);

    it('go once to whom something of them concerns, and not to who reads otherwise', async () => {
      const place = house(undefined, { clock: testClock(SATURDAY) });
      for (const [person, wish] of Object.entries(READERS)) await place.change(person, wish, 1);
      await place.change('kayes', { rhythm: 'weekly', region: 'kayes' }, 1);
      await place.publish({ place: 'gao' });
      await place.runAll(DIGEST);
      await place.runAll(DIGEST);
      expect([...place.heard]).toEqual([['talk-weekly', [digestId('2026-11-28')]]]);
      expect(place.newest(DIGEST)).toMatchObject({ id: '2026-11-28', at: SATURDAY });
    });

    it('COMMIT 10: killed at any prompt and begun again, nobody has them twice and nobody goes without', async () => {
      for (const dies of [1, 25, 26, 40]) {
        await world.empty();
        let prompts = 0;
        const place = house(
          () => {
            prompts += 1;
            if (prompts === dies) throw unavailable('store_unavailable', 'killed');
          },
          { clock: testClock(SATURDAY) },
        );
        for (let i = 0; i < 40; i += 1) await place.change(`p${i}`, { rhythm: 'weekly' }, 1);
        await place.publish();
        await Promise.all([place.runAll(DIGEST), place.runAll(DIGEST)]);
        await place.runAll(DIGEST);
        expect([...place.heard.values()].map((ids) => ids.length)).toEqual(
          Array.from({ length: 40 }, () => 1),
        );
      }
    });

    it('say what still stands: nothing withdrawn, stale or of another week; where nothing is left, nobody is written to', async () => {
      const clock = testClock(SATURDAY);
      const place = house(undefined, { clock });
      await place.change('weekly', { rhythm: 'weekly' }, 1);
      const call = digestCall(callsOf(place));
      const week = (day = '2026-11-28') => call.run({ semaine: '2026-11-28' }, turnOf('weekly', day));
      const stays = await place.publish();
      world.clock.advance(1000);
      const goes = await place.publish();
      world.clock.advance(1000);
      const stale = await place.publish({ reviewBy: '2026-11-27' });
      expect(await week('2026-11-27')).toMatchObject({ voulue: true, autres: 0 });
      const numbers = [goes, stays].map(({ number }) => `ML-2026-${String(number!.n).padStart(4, '0')}`);
      expect(stale.number!.n).toBe(3);
      expect(await week()).toEqual({
        voulue: true,
        titres: numbers.map((number) => `${number} : La charte est remise`).join('\n'),
        autres: 0,
        recues: numbers.map((number) => `${number}:1`).join(' '),
      });
      await world.desk.move(world.as('awa'), goes.id, WITHDRAW);
      expect(await week()).toMatchObject({ titres: `${numbers[1]} : La charte est remise` });
      // A correction has its number, and is what is told.
      const right = await world.correctionOf(stays);
      expect(await week()).toMatchObject({ voulue: true, recues: `${numbers[1]}:2` });
      // Another week's: its first moment is the last one's end.
      expect(await call.run({ semaine: '2026-11-21' }, turnOf('weekly'))).toMatchObject({ voulue: false });
      await world.desk.move(world.as('awa'), right.id, WITHDRAW);
      expect(await week()).toMatchObject({ voulue: false });
      await place.runAll(DIGEST);
      expect([place.heard.size, await place.sends.find('digest', 20_261_128)]).toEqual([0, null]);
    });

    it('"stop", leaving or another rhythm between the planning and the sending: nothing comes any more', async () => {
      for (const leaves of ['stopped', 'off', { rhythm: 'urgent' }, { rhythm: 'all' }] as const) {
        await world.empty();
        let left = false;
        const place = house(
          async () => {
            if (left) return;
            left = true;
            for (let i = 0; i < 60; i += 1) await place.change(`p${i}`, leaves, 2);
          },
          { clock: testClock(SATURDAY) },
        );
        for (let i = 0; i < 60; i += 1) await place.change(`p${i}`, { rhythm: 'weekly' }, 1);
        await place.publish();
        await place.runAll(DIGEST);
        // Those of the first page were served at that very moment: what is said is asked again in their own turn.
        expect(place.heard.size).toBeLessThanOrEqual(25);
        const call = digestCall(callsOf(place));
        for (const talk of [...place.heard.keys()])
          expect(await call.run({ semaine: '2026-11-28' }, turnOf(talk.slice(5)))).toMatchObject({
            voulue: false,
          });
      }
    });

    it('after days of downtime they come late, and after more they would follow the next ones at once', async () => {
      const late = async (days: number) => {
        await world.empty();
        const clock = testClock(SATURDAY + days * 86_400_000);
        const place = house(undefined, { clock });
        await place.change('weekly', { rhythm: 'weekly' }, 1);
        await place.publish();
        await place.runAll(DIGEST);
        return place.heard.size;
      };
      expect([await late(0), await late(5), await late(5.1)]).toEqual([1, 1, 0]);
    });
  });

  type House = ReturnType<typeof house>;
  const callsOf = ({ subscriptions, published }: House) => ({
    ...{ subscriptions, published, fingerprint, speaker: shipped.speaker },
    placeName: () => undefined,
    receipts: { versionOf: async () => undefined },
    pictures: { sizeOf: async () => undefined },
  });
  const turnOf = (person: string, day = '2026-11-28') => ({ person, lang: 'fr', day }) as never;
});

/** Who reads what, by what they are called. */
const READERS: Readonly<Record<string, Partial<Wish>>> = {
  everything: {},
  charte: { themes: ['charte', 'dialogue'] },
  gao: { region: 'gao' },
  mali: { region: 'mali' },
  weekly: { rhythm: 'weekly' },
  urgent: { rhythm: 'urgent' },
};

const changeTo = (to: 'on' | 'off' | 'stopped' | Partial<Wish>): SubscriptionParams => {
  if (typeof to === 'string') return { change: to };
  const { themes, ...wish } = { ...EVERYTHING, ...to };
  return { change: 'chosen', wish: { ...wish, themes: [...themes] } };
};
