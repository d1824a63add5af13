import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InboxCapability } from '../../src/capabilities/inbox/index.ts';
import type { Queue, Thread } from '../../src/capabilities/inbox/ports.ts';
import { contents, LOAD_MS, type TestHouse, testHouse } from './house.ts';
import { says, settled, talksForReal } from './real-person.ts';

jest.setTimeout(LOAD_MS);
const NEVER = new AbortController().signal;
/** Enough of them that somebody does each of the things people do. */
const PEOPLE = 24;
/** For what holds of any number. */
const FEW = 6;

let place: TestHouse;
beforeAll(async () => {
  place = await testHouse();
});
afterAll(() => place.close());

async function load(people: number, seed = 1): Promise<void> {
  const order = { people, seed, org: 'benkan', notLive: true };
  await (await place.house.demo.campaign.load(order, NEVER)).ended;
}
const clear = async (): Promise<void> => (await place.house.demo.campaign.clear(NEVER))?.ended;

/** What invented people answered, as counts. */
const answers = async (): Promise<unknown> => {
  const rows = place.connection
    .collection('survey_answers')
    .aggregate([
      { $group: { _id: { question: '$question', value: '$value', day: '$day' }, n: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
  return rows.toArray();
};

describe('W15: the demo campaign, loaded', () => {
  beforeAll(() => load(PEOPLE));
  afterAll(clear);

  it('comes by real talks: people, conversations, answers and endings', async () => {
    const found = await contents(place.connection);
    expect(found['people']).toHaveLength(PEOPLE);
    expect(found['conversations']).toHaveLength(PEOPLE);
    expect(found['survey_answers']!.length).toBeGreaterThan(PEOPLE);
    expect(found['survey_endings']!.length).toBeGreaterThan(1);
    expect(found['dead_letters']).toBeUndefined();
  });

  it('leaves nothing to be sent or applied', async () => {
    const waiting = { $or: [{ 'out.0': { $exists: true } }, { 'effects.0': { $exists: true } }] };
    expect(await place.connection.collection('conversations').countDocuments(waiting)).toBe(0);
  });

  it('V4, U1: with activities people have places at, volunteers, subscribers, and news that say they are examples', async () => {
    const { connection } = place;
    const found = await contents(connection);
    expect(found['volunteers']!.length).toBeGreaterThan(4);
    expect(found['update_subscriptions']!.length).toBeGreaterThan(5);
    const taken = await connection
      .collection('volunteer_events')
      .countDocuments({ 'line.0': { $exists: true } });
    expect(taken).toBeGreaterThan(5);
    expect(await connection.collection('updates').countDocuments({ demo: { $ne: true } })).toBe(0);
    expect(found['updates']!.length).toBeGreaterThan(5);
  });

  it('T5: nobody is reminded of anything, and nothing of it is recorded as a decision of staff', async () => {
    const { connection } = place;
    expect(await connection.collection('due_dates').countDocuments()).toBe(0);
    expect(
      await connection
        .collection('audit')
        // The house's own first key to sign with is older than the demonstration.
        .countDocuments({ action: { $regex: /^(updates|volunteers|inbox)/, $ne: 'updates.key_begun' } }),
    ).toBe(0);
  });

  it('T5: what the house itself begins in an invented talk ends there', async () => {
    const { house, connection } = place;
    const talks = await connection
      .collection('conversations')
      .find({ talk: { $exists: true } })
      .toArray();
    for (const { _id } of talks as unknown as { _id: { buffer: Uint8Array } }[]) {
      const conversation = Buffer.from(_id.buffer).toString('base64url');
      const params = { numero: 'ML-2026-9001', version: 1 };
      await house.reception.prompt({
        conversation,
        id: 'p',
        flow: 'nouvelle-publiee',
        params,
        lane: 'broadcast',
      });
    }
    await settled(house);
    const waiting = { $or: [{ 'out.0': { $exists: true } }, { 'effects.0': { $exists: true } }] };
    expect(await connection.collection('conversations').countDocuments(waiting)).toBe(0);
    expect((await contents(connection))['mailboxes']).toBeUndefined();
  });

  it('W2: people wait in the inbox, one of them in danger; others are answered, put off, done with; canned replies in both languages', async () => {
    const inbox = place.house.capabilities.find(({ name }) => name === 'inbox') as InboxCapability;
    const real = { id: 'awa', role: 'organiser', org: 'benkan' } as const;
    const unseen = async (): Promise<void> => undefined;
    const desk = inbox.parts.inboxOf(real, unseen);
    expect(await desk.counts()).toMatchObject({ red: 1, waiting: 3, claimed: 2, snoozed: 1, closed: 1 });
    const { threads } = await desk.list({}, 1);
    expect(new Set(threads.map(({ lang }) => lang))).toEqual(new Set(['fr', 'bm']));
    expect(threads[0]).toMatchObject({ state: 'waiting', red: { kinds: ['threat'] } });
    const opened = async (queue: Queue): Promise<Thread[]> => {
      const found = await desk.list({ queue }, 1);
      return Promise.all(found.threads.map(async ({ id }) => (await desk.thread(id))!));
    };
    const [answered] = await opened('closed');
    expect(answered!.entries.map(({ kind }) => kind)).toEqual([
      ...['handed_over', 'citizen', 'citizen', 'reply', 'citizen', 'given_back'],
    ]);
    const awa = { id: 'demonstration-awa', name: 'Awa (exemple)' };
    expect(answered!.entries[3]).toMatchObject({
      by: awa,
      canned: expect.any(String) as unknown,
      fate: 'sent',
    });
    const all = [...(await opened('claimed')), ...(await opened('snoozed'))];
    const kinds = all.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'note')).toHaveLength(2);
    expect(all.flatMap(({ tags }) => tags).sort()).toEqual(['association', 'association', 'tournee']);
    const canned = await inbox.parts.cannedOf(real, unseen).list();
    expect(canned.filter(({ texts }) => texts['fr'] !== undefined)).toHaveLength(3);
    expect(canned.filter(({ texts }) => texts['bm'] !== undefined)).toHaveLength(2);
  });

  it('loaded twice refuses with one line', async () => {
    await expect(load(PEOPLE)).rejects.toMatchObject({ kind: 'refusal', code: 'demo_loaded' });
  });
});

describe('W15: the demo campaign, loaded and cleared', () => {
  it('is the same for the same seed, and another for another', async () => {
    await load(FEW);
    const first = await answers();
    await clear();
    await load(FEW);
    expect(await answers()).toEqual(first);
    await clear();
    await load(FEW, 2);
    expect(await answers()).not.toEqual(first);
    await clear();
  });

  it('T4: cleared, the database is what it was before, byte by byte; the real person never notices', async () => {
    const { house, connection } = place;
    await talksForReal(house, 'awa');
    const before = await contents(connection);
    await load(FEW);
    const during = await contents(connection);
    for (const [name, docs] of Object.entries(before))
      expect(during[name]).toEqual(expect.arrayContaining(docs));
    await clear();
    expect(await contents(connection)).toEqual(before);
    // The talk goes on where it stood: the age is the next answer.
    await says(house, 'awa', '23', 5);
    expect(await connection.collection('survey_answers').countDocuments()).toBe(2);
  });

  it('cleared twice is nothing', async () => {
    expect(await place.house.demo.campaign.clear(NEVER)).toBeNull();
  });
});
