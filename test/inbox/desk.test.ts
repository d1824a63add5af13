import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { recover } from '../../src/app/recovery.ts';
import type { Inbox, Thread } from '../../src/capabilities/inbox/ports.ts';
import type { Deed } from '../../src/capabilities/inbox/threads/deeds.ts';
import { entriesStore } from '../../src/capabilities/inbox/threads/entries-store.ts';
import { threadEffect } from '../../src/capabilities/inbox/threads/keep.ts';
import { threadId } from '../../src/capabilities/inbox/threads/thread.ts';
import { threadsStore } from '../../src/capabilities/inbox/threads/threads-store.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { type Installation, installation } from '../app/installation.ts';
import { offered, type Phone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { words } from '../app/talk.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { realClock } from '../universe/time.ts';
import { agreed, deskOf, handedOver, inboxIn, newest, type Recorded, say, tap } from './in-house.ts';

const HOUR = 3_600_000;
/** A process is believed to work on what it committed for ten seconds. */
const LEASE_MS = 11_000;
const TEXT = 'Je m’appelle Fatoumata et je cherche la salle';

let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
let place: Installation;
let house: RunningHere;
let ahead = 0;
const clock = { now: () => realClock.now() + ahead };

beforeAll(async () => {
  database = await testDatabase();
  client = await mongoose.mongo.MongoClient.connect(database.uri);
  place = await installation({ MONGODB_URI: database.uri });
  house = await startHere(place, clock);
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await house.stop();
  await client.close();
  await database.drop();
  await place.remove();
});

const collection = (name: string) => client.db(database.name).collection(name);
/** Nobody types twenty messages a minute (T16). */
const later = (): void => void (ahead += HOUR / 10);
const texts = async (phone: Phone): Promise<string[]> => (await phone.heard()).map(({ text }) => text);
const settle = async (): Promise<void> => {
  await house.house.reception.idle();
  await house.house.effects.idle();
};
/** What they heard last, whether it was sent before or is marked. */
const unmarked = async (phone: Phone): Promise<string> =>
  ((await texts(phone)).at(-1) ?? '').replace(AGAIN_MARK, '');
/** They write, and nobody answers. */
async function writes(phone: Phone, text: string): Promise<void> {
  const before = (await phone.heard()).length;
  await phone.says(text);
  await settle();
  expect((await phone.heard()).length).toBe(before);
}
async function opened(inbox: Inbox, id: string): Promise<Thread> {
  const thread = await inbox.thread(id);
  if (thread === null) throw new Error('The thread is gone.');
  return thread;
}
/** Somebody handed over, and their thread. */
async function somebody(inbox: Inbox): Promise<{ phone: Phone; id: string }> {
  later();
  const phone = await webPhone(place);
  await handedOver(phone);
  await settle();
  return { phone, id: (await newest(inbox)).id };
}
/** A process dies right after its commits: nothing of them is applied or sent. The next one finds it. */
async function dying(work: () => Promise<unknown>): Promise<void> {
  const { followers } = house.house;
  const alive = { ...followers };
  followers.committed = () => undefined;
  await work();
  Object.assign(followers, alive);
}
async function tookOver(): Promise<void> {
  ahead += LEASE_MS;
  await recover(house.house.conversations, house.house.followers, () => undefined);
  await settle();
  await house.house.outbox.idle();
}
/** What is due by now is done. */
async function dueNow(): Promise<void> {
  await house.house.dues.run();
  await house.house.dues.idle();
}
const taken = { kind: 'refused', why: 'taken' };
const done = { kind: 'done' };

describe('W2: a talk is handed over, answered and given back', () => {
  it('T26: though the process dies after each; the bot is silent, and then goes on at the step that was chosen', async () => {
    const recorded: Recorded = [];
    const phone = await webPhone(place);
    await agreed(phone);
    await say(phone, 'parler');
    const ecrire = await offered(phone, 'ecrire');
    await dying(async () => {
      await phone.chooses(ecrire);
      await phone.says(TEXT);
    });
    await house.stop();
    house = await startHere(place, clock);
    await tookOver();
    expect(await unmarked(phone)).toBe(words('fr', ['parler/passage']));
    await writes(phone, 'bonjour');
    const awa = deskOf(house, { id: 'awa' }, recorded);
    const { id, handle, ...card } = await newest(awa);
    expect(handle).toMatch(/^[2-9A-Z]{2}-[2-9A-Z]{3}$/);
    expect(card).toMatchObject({ state: 'waiting', with: 'staff', reason: 'demande', lang: 'fr', red: null });
    expect(card.unansweredSince).toBe(card.openedAt);
    const { entries, reach } = await opened(awa, id);
    expect(entries).toMatchObject([
      { kind: 'handed_over', reason: 'demande' },
      { kind: 'citizen', text: TEXT },
      { kind: 'citizen', text: 'bonjour' },
    ]);
    expect(reach).toMatchObject({ may: true });

    const reply = { text: ' La salle est ouverte.\u0007 ', key: 'key-00001' };
    await dying(async () => expect(await awa.reply(id, reply)).toEqual(done));
    expect(await awa.reply(id, reply)).toEqual(done);
    await tookOver();
    expect(await unmarked(phone)).toBe('La salle est ouverte.');
    expect((await texts(phone)).filter((text) => text.includes('ouverte'))).toHaveLength(1);
    await writes(phone, 'merci');
    expect(await opened(awa, id)).toMatchObject({ state: 'claimed', claimedBy: { id: 'awa' } });

    const steps = await awa.steps(id);
    expect(steps.find(({ usual }) => usual)).toMatchObject({ key: 'utile', words: 'As-tu eu ta réponse ?' });
    expect(await awa.resume(id, 'nulle-part')).toEqual({ kind: 'refused', why: 'no_such_step' });
    await dying(async () => expect(await awa.resume(id, 'fini')).toEqual(done));
    expect(await awa.resume(id)).toEqual({ kind: 'refused', why: 'not_now' });
    await tookOver();
    expect(await unmarked(phone)).toBe(words('fr', ['bot/given_back', 'parler/fini']));
    const closed = await opened(awa, id);
    expect(closed).toMatchObject({ state: 'closed', with: 'bot', claimedBy: null });
    expect(closed.entries.slice(-2)).toMatchObject([
      { kind: 'citizen', text: 'merci' },
      { kind: 'given_back', by: { id: 'awa' } },
    ]);
    expect(closed.entries.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
    expect(recorded.map(([action]) => action)).toEqual([
      ...['inbox.replied', 'inbox.replied', 'inbox.given_back'],
    ]);
    expect((await say(phone, 'menu')).text).toBe(words('fr', ['menu/choix.ask']));
  });

  it('staff take it from the bot; what was open is asked again afterwards', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { phone, id } = await somebody(awa);
    expect(await awa.close(id)).toEqual(done);
    expect((await awa.list({ queue: 'closed' }, 1)).threads.map((thread) => thread.id)).toContain(id);
    await say(phone, 'sondage');
    expect(await awa.reply(id, { text: 'Bonjour', key: 'key-00002' })).toEqual({
      kind: 'refused',
      why: 'with_bot',
    });
    expect(await awa.claim(id)).toEqual(done);
    await house.house.outbox.idle();
    expect((await texts(phone)).at(-1)).toBe(words('fr', ['equipe/passage']));
    expect(await opened(awa, id)).toMatchObject({ state: 'claimed', with: 'staff', unansweredSince: null });
    await writes(phone, '12');
    expect(await awa.resume(id)).toEqual(done);
    await house.house.outbox.idle();
    const back = ['bot/given_back', 'equipe/fini', 'bot/resume', 'sondage-paix/priorite.ask'];
    expect((await texts(phone)).at(-1)).toBe(words('fr', back));
  });

  it('what becomes of a reply is shown, and whoever has the thread open is told that there is news', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { phone, id } = await somebody(awa);
    const conversation = await conversationOf(phone);
    const { outbox, delivery, conversations } = house.house;
    const fates = async () =>
      (await opened(awa, id)).entries.flatMap((entry) => (entry.kind === 'reply' ? entry.fate : []));
    const news = async (work: () => Promise<unknown>): Promise<void> => {
      const before = await awa.stamp(id);
      await work();
      await until(async () => (await awa.stamp(id)) !== before, fates, PATIENCE_MS);
    };
    const take = outbox.take.bind(outbox);
    outbox.take = () => undefined;
    expect(await awa.reply(id, { text: 'Bonjour', key: 'key-00020' })).toEqual(done);
    outbox.take = take;
    expect(await fates()).toEqual(['waiting']);
    // What the bot said before may not be cleared yet.
    const reply = (await conversations.unsent(conversation)).at(-1);
    // A busy house never is.
    const idle = conversations.idle.bind(conversations);
    conversations.idle = () => new Promise(() => undefined);
    await news(tookOver);
    conversations.idle = idle;
    expect(await fates()).toEqual(['sent']);
    // As a platform that gives messages names of its own, and tells more of them.
    const route = { channel: 'whatsapp-cloud', account: '1', address: 'a' };
    const message = { id: reply!, address: 'a', lane: 'reply', text: 'Bonjour' } as const;
    const item = { message, route, again: 0, saidIn: conversation };
    await delivery.receipts.left({ conversation, item, state: 'sent', as: 'wamid.7' });
    await news(() => delivery.tell('whatsapp-cloud', '1')({ id: 'wamid.7', state: 'read' }));
    expect(await fates()).toEqual(['read']);
  });

  it('nothing leaves to who has stopped or is out of reach, and the reason is said', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { phone, id } = await somebody(awa);
    const reply = (text: string) => awa.reply(id, { text, key: 'key-00003' });
    expect(await reply('  \n')).toEqual({ kind: 'refused', why: 'empty' });
    expect(await reply('x'.repeat(1501))).toEqual({ kind: 'refused', why: 'too_long' });
    await expect(awa.reply(id, { text: 'x', key: '$' })).rejects.toMatchObject({ kind: 'refusal' });
    await say(phone, 'stop');
    await settle();
    expect(await opened(awa, id)).toMatchObject({ with: 'staff', reach: { may: false, why: 'stopped' } });
    expect(await reply('Bonjour')).toEqual({ kind: 'refused', why: 'stopped' });
    expect(await awa.close(id)).toEqual(done);
    expect((await texts(phone)).at(-1)).toBe(words('fr', ['stop/arrete.ask']));
    expect(await opened(awa, id)).toMatchObject({ state: 'closed', with: 'bot' });
    expect(await awa.claim(id)).toEqual({ kind: 'refused', why: 'stopped' });
    const away = await somebody(awa);
    const conversation = await conversationOf(away.phone);
    await house.house.reception.outOfReach(conversation, 'm1');
    expect(await awa.reply(away.id, { text: 'Bonjour', key: 'key-00004' })).toEqual({
      ...{ kind: 'refused', why: 'blocked' },
    });
  });
});

/** The conversation somebody just had. */
async function conversationOf(phone: Phone): Promise<string> {
  const before = await collection('conversations').find().toArray();
  await phone.says('encore');
  await settle();
  const after = await collection('conversations').find().toArray();
  const rev = new Map(before.map((doc) => [String(doc._id), Number(doc['rev'])]));
  const found = after.find((doc) => Number(doc['rev']) !== rev.get(String(doc._id)));
  return Buffer.from((found!._id as unknown as mongoose.mongo.Binary).value()).toString('base64url');
}

describe('W2: who has it', () => {
  it('of two who claim at once one gets it; it is released, given away, and answered by who has it alone', async () => {
    const recorded: Recorded = [];
    const [awa, moussa] = [
      deskOf(house, { id: 'awa' }),
      deskOf(house, { id: 'moussa', role: 'coordinator', regions: ['r1'] }),
    ];
    const { id } = await somebody(awa);
    await collection('inbox_threads').updateMany({}, { $set: { region: 'r1' } });
    const claims = await Promise.all([awa.claim(id), moussa.claim(id)]);
    expect(claims.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const [winner, other, name] = claims[0].kind === 'done' ? [awa, moussa, 'awa'] : [moussa, awa, 'moussa'];
    expect(claims.find(({ kind }) => kind === 'refused')).toMatchObject({ ...taken, by: { id: name } });
    expect(await other.reply(id, { text: 'Moi', key: 'key-00005' })).toMatchObject(taken);
    expect(await winner.claim(id)).toEqual(done);
    expect(await winner.release(id)).toEqual(done);
    expect(await winner.release(id)).toEqual({ kind: 'refused', why: 'not_now' });
    expect(await deskOf(house, { id: 'awa' }, recorded).assign(id, 'nobody')).toEqual({
      ...{ kind: 'refused', why: 'no_such_colleague' },
    });
    expect(recorded).toEqual([]);
    await winner.typing(id);
    expect((await opened(winner, id)).answering).toBeNull();
    expect((await opened(other, id)).answering).toMatchObject({ id: name });
    ahead += 31_000;
    expect((await opened(other, id)).answering).toBeNull();
  });

  it('T36, T20: another organisation sees nothing of it, and a coordinator their regions alone', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { id } = await somebody(awa);
    await collection('inbox_threads').updateMany({}, { $set: { region: 'r1' } });
    for (const stranger of [
      deskOf(house, { id: 'x', org: 'ministere', role: 'admin' }),
      deskOf(house, { id: 'x', role: 'coordinator' }),
      deskOf(house, { id: 'x', role: 'coordinator', regions: ['r2'] }),
    ]) {
      expect(await stranger.thread(id)).toBeNull();
      expect(await stranger.identity(id)).toBeNull();
      expect((await stranger.list({ region: 'r1' }, 1)).total).toBe(0);
      expect(await stranger.counts()).toMatchObject({ waiting: 0, red: 0, oldest: null });
      for (const act of [
        stranger.claim(id),
        stranger.close(id),
        stranger.note(id, 'x'),
        stranger.calm(id, 'x'),
      ])
        expect(await act).toEqual({ kind: 'refused', why: 'no_thread' });
    }
    const theirs = deskOf(house, { id: 'y', role: 'coordinator', regions: ['r1'] });
    expect((await theirs.list({ region: 'r1' }, 1)).threads.map((thread) => thread.id)).toContain(id);
  });

  it('it sleeps until its time, or until the citizen writes; tags and notes are kept once', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { phone, id } = await somebody(awa);
    expect(await awa.snooze(id, clock.now() - 1)).toEqual({ kind: 'refused', why: 'bad_time' });
    expect(await awa.snooze(id, clock.now() + 2 * HOUR)).toEqual(done);
    expect((await opened(awa, id)).state).toBe('snoozed');
    await dueNow();
    expect((await opened(awa, id)).state).toBe('snoozed');
    ahead += 3 * HOUR;
    await dueNow();
    await settle();
    expect((await opened(awa, id)).state).toBe('waiting');
    expect(await awa.snooze(id, clock.now() + 2 * HOUR)).toEqual(done);
    const before = await awa.stamp();
    await writes(phone, 'Allô ?');
    expect(await awa.stamp()).not.toBe(before);
    expect((await opened(awa, id)).state).toBe('waiting');
    expect(await awa.wake(id)).toEqual({ kind: 'refused', why: 'not_now' });
    expect(await awa.tag(id, 'Pas bon')).toEqual({ kind: 'refused', why: 'bad_tag' });
    for (const tag of ['salle', 'salle', 'horaires']) expect(await awa.tag(id, tag)).toEqual(done);
    expect(await awa.untag(id, 'horaires')).toEqual(done);
    for (const note of ['Rappeler demain', 'Rappeler demain', ' ']) await awa.note(id, note);
    const { tags, entries } = await opened(awa, id);
    expect(tags).toEqual(['salle']);
    expect(entries.filter(({ kind }) => kind === 'note')).toMatchObject([{ text: 'Rappeler demain' }]);
    expect((await awa.list({ tag: 'salle' }, 99)).threads.map((thread) => thread.id)).toEqual([id]);
    expect(await awa.tags()).toContain('salle');
  });
});

describe('W2: safeguarding', () => {
  it('words of danger make a thread red, first in the list, with what to do; calming it is noted', async () => {
    const recorded: Recorded = [];
    const awa = deskOf(house, { id: 'awa' }, recorded);
    const { phone, id } = await somebody(awa);
    await writes(phone, 'ILS ONT DES ARMES et ils me menacent');
    const { red, cards } = await opened(awa, id);
    expect(red?.kinds).toEqual(['threat', 'weapons']);
    expect(cards.map(({ kind }) => kind)).toEqual(['threat', 'weapons']);
    expect((await awa.list({}, 1)).threads[0]?.id).toBe(id);
    expect((await awa.counts()).red).toBe(1);
    expect(await awa.calm(id, '')).toEqual({ kind: 'refused', why: 'empty' });
    expect(await awa.calm(id, 'Vu avec la permanence')).toEqual(done);
    expect(await opened(awa, id)).toMatchObject({ red: null });
    expect(recorded.map(([action]) => action)).toEqual(['inbox.noted', 'inbox.calmed']);
    await writes(phone, 'marifa');
    expect((await opened(awa, id)).red?.kinds).toEqual(['weapons']);
  });
});

describe('T1, T4, T6: what is kept', () => {
  it('lies sealed, is counted for its person, is handed on with them, and goes with them', async () => {
    const awa = deskOf(house, { id: 'awa' });
    const { phone, id } = await somebody(awa);
    await writes(phone, TEXT);
    const stored = async () =>
      JSON.stringify([
        await collection('inbox_threads').find().toArray(),
        await collection('inbox_entries').find().toArray(),
      ]);
    const conversation = await conversationOf(phone);
    const doc = await collection('conversations').findOne({
      _id: new mongoose.mongo.Binary(Buffer.from(conversation, 'base64url')),
    });
    const person = String(doc?.['person']);
    for (const secret of ['Fatoumata', person, conversation]) {
      expect(await stored()).not.toContain(secret);
      expect(await stored()).not.toContain(Buffer.from(secret).toString('base64'));
    }
    const inbox = inboxIn(house);
    expect(await inbox.kept(person)).toEqual({ messages: 3 });
    await agreed(await webPhone(place));
    const other = String(
      (await collection('people').find().sort({ $natural: -1 }).limit(1).toArray())[0]?._id,
    );
    await inbox.owned.unite(person, other);
    await inbox.owned.unite(person, other);
    expect(await inbox.kept(person)).toEqual({ messages: 0 });
    const read = async () =>
      (await opened(awa, id)).entries.flatMap((entry) => (entry.kind === 'citizen' ? entry.text : []));
    expect(await read()).toEqual([TEXT, 'encore']);
    await inbox.owned.part({ from: other, to: person, conversation });
    await inbox.owned.part({ from: other, to: person, conversation });
    expect(await inbox.kept(other)).toEqual({ messages: 0 });
    expect(await read()).toEqual([TEXT, 'encore']);
    await say(phone, 'effacer');
    await tap(phone, 'effacer');
    await settle();
    expect(await awa.thread(id)).toBeNull();
    expect(await inbox.kept(person)).toEqual({ messages: 0 });
  });
});

describe('W2: canned replies', () => {
  it('are changed by who assigns, one change at a time, and used by all', async () => {
    const recorded: Recorded = [];
    const of = (role: 'organiser' | 'coordinator', org = 'benkan') =>
      inboxIn(house).parts.cannedOf({ id: 'awa', role, org }, async (...act) => void recorded.push(act));
    const form = { title: 'Salle', texts: { fr: 'La salle est ouverte.', bm: '', xx: 'no' } };
    expect(await of('coordinator').save(null, form, 0)).toEqual({ kind: 'refused', why: 'not_allowed' });
    expect(await of('organiser').save(null, { title: 'Vide', texts: {} }, 0)).toMatchObject({ why: 'empty' });
    const made = await of('organiser').save(null, form, 0);
    if (made.kind !== 'done') throw new Error('It was refused.');
    const texts = { fr: 'La salle est ouverte.' };
    expect(await of('coordinator').list()).toEqual([{ id: made.id, title: 'Salle', texts, rev: 1 }]);
    expect(await of('organiser', 'ministere').find(made.id)).toBeNull();
    const edited = await Promise.all([1, 2].map(() => of('organiser').save(made.id, form, 1)));
    expect(edited.map((one) => (one.kind === 'done' ? 'done' : one.why)).sort()).toEqual(['done', 'stale']);
    expect(await of('organiser').remove(made.id, 1)).toMatchObject({ why: 'stale' });
    expect(await of('organiser').remove(made.id, 2)).toMatchObject(done);
    expect(await of('organiser').find(made.id)).toBeNull();
    expect(recorded.map(([action]) => action)).toContain('inbox.canned_removed');
  });
});

describe('T26: what a turn does to a thread', () => {
  const { fingerprint, sealer } = testKeyring();
  const context = { person: 'p', channel: 'web', address: 'a', lang: 'fr', day: '2026-11-22' };
  const DEEDS: Deed[] = [
    { what: 'handed_over', at: 1000, reason: 'demande', byStaff: false },
    { what: 'written', at: 2000, body: { text: 'une arme' } },
    { what: 'spoken', at: 3000, by: 'awa', text: 'Je te lis.' },
    { what: 'given_back', at: 5999, by: 'awa' },
  ];

  /** Applies each; the process dies at the nth call of a store, and the next one applies it again. */
  async function played(conversation: string, nth: number) {
    let left = nth;
    const dying = <Store extends object>(store: Store): Store =>
      new Proxy(store, {
        get:
          (target, name) =>
          async (...given: unknown[]) => {
            const work = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
            if ((left -= 1) === 0) throw new Error('killed');
            const done = await work(...given);
            if ((left -= 1) === 0) throw new Error('killed');
            return done;
          },
      });
    const db = client.db(database.name);
    const [threads, entries] = [threadsStore(db), entriesStore(db)];
    const effect = threadEffect({
      ...{ fingerprint, sealer, clock, owner: 'crash', spotted: () => ['weapons'] },
      ...{ threads: dying(threads), entries: dying(entries), regionOf: async () => null },
      persons: {
        seal: async (_person, plain) => Buffer.from(plain),
        open: async (_person, sealed) => Buffer.from(sealed).toString(),
      },
    });
    for (const [rev, params] of DEEDS.entries()) {
      const id = fingerprint('test', conversation, String(rev));
      const item = { id, rev, context: { ...context, conversation }, params };
      await effect.apply([item]).catch(() => effect.apply([item]));
    }
    const id = threadId(fingerprint, conversation).toString('hex');
    const thread = await threads.find(id, { org: 'crash' });
    const kept = await entries.newest(id, 99);
    const { state, with: whose, unansweredSince, red, lastAt } = thread!;
    const words = kept.map(({ at, sealed }) => [
      at,
      (JSON.parse(sealed.toString()) as { kind: string }).kind,
    ]);
    return { killed: left <= 0, state, whose, unansweredSince, red, lastAt, words };
  }

  it('is finished by the next process, wherever the first one died', async () => {
    const reference = await played('reference', Infinity);
    expect(reference).toMatchObject({ state: 'waiting', whose: 'bot', unansweredSince: null, lastAt: 5000 });
    expect(reference.words).toHaveLength(4);
    let points = 0;
    for (let nth = 1; ; nth += 1) {
      const after = await played(`c${nth}`, nth);
      if (!after.killed) break;
      points += 1;
      expect({ nth, ...after }).toEqual({ nth, ...reference, killed: true });
    }
    expect(points).toBeGreaterThan(20);
  });
});
