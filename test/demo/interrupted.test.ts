import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO_CHANNEL } from '../../src/capabilities/demo/index.ts';
import { recover } from '../../src/app/recovery.ts';
import { contents, LOAD_MS, type TestHouse, testHouse } from './house.ts';
import { settled } from './real-person.ts';

jest.setTimeout(LOAD_MS);
const NEVER = new AbortController().signal;
const ORDER = { people: 8, seed: 1, org: 'benkan', notLive: false };

let place: TestHouse;
let empty: Record<string, string[]>;
beforeAll(async () => {
  place = await testHouse();
  empty = await contents(place.connection);
});
afterAll(() => place.close());
afterEach(async () => {
  await (await place.house.demo.campaign.clear(NEVER))?.ended;
  expect(await contents(place.connection)).toEqual(empty);
});

/** A load that is told to stop once some have talked. */
async function halfLoad(): Promise<void> {
  const stopping = new AbortController();
  const work = await place.house.demo.campaign.load(ORDER, stopping.signal);
  const ended = expect(work.ended).rejects.toMatchObject({ kind: 'refusal', code: 'demo_interrupted' });
  while ((await place.connection.collection('survey_answers').countDocuments()) < 4)
    await new Promise((resolve) => setTimeout(resolve, 20));
  stopping.abort();
  await ended;
}

describe('W15: a half-finished load', () => {
  it('says so, and is cleared whole', async () => {
    await halfLoad();
    expect((await place.house.demo.campaign.look()).state).toBe('interrupted');
  });

  it('is begun anew by the next load', async () => {
    await halfLoad();
    await (await place.house.demo.campaign.load(ORDER, NEVER)).ended;
    expect((await place.house.demo.campaign.look()).state).toBe('loaded');
    expect((await contents(place.connection))['people']).toHaveLength(ORDER.people);
  });

  it('is left to whoever is at it: a second load or a clearing is refused meanwhile', async () => {
    const work = await place.house.demo.campaign.load(ORDER, NEVER);
    const other = await place.another();
    const busy = { kind: 'refusal', code: 'demo_busy' };
    await expect(other.demo.campaign.load(ORDER, NEVER)).rejects.toMatchObject(busy);
    await expect(other.demo.campaign.clear(NEVER)).rejects.toMatchObject(busy);
    await work.ended;
  });

  it('of two loads begun at once exactly one goes on', async () => {
    const { house } = place;
    const both = await Promise.allSettled([1, 2].map(() => house.demo.campaign.load(ORDER, NEVER)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of both) if (one.status === 'fulfilled') await one.value.ended;
  });

  it('T5: what it left to be sent goes nowhere and does not pile up', async () => {
    await halfLoad();
    const { house, connection } = place;
    const [talk] = await connection
      .collection('conversations')
      .find({ talk: { $exists: true } })
      .toArray();
    // As a crash between commit and send leaves it.
    const [left] = await leftOver(talk!['_id'] as { toString(encoding: string): string });
    expect(left).toBe(DEMO_CHANNEL);
    await recover(house.conversations, house.followers, () => undefined);
    await settled(house);
    const waiting = { 'out.0': { $exists: true } };
    expect(await connection.collection('conversations').countDocuments(waiting)).toBe(0);
  });

  /** Commits a turn whose message nobody sends, and moves the clock past its lease. */
  async function leftOver(id: { toString(encoding: string): string }): Promise<string[]> {
    const { house, clock } = place;
    const base = await house.conversations.load(Buffer.from(id.toString('hex'), 'hex').toString('base64url'));
    const route = base.talk!.route;
    const message = { id: 'left-over', address: route.address, lane: 'reply' as const, text: 'x' };
    await house.conversations.commit({
      ...{ base, inbound: 'AAAAAAAAAAAAAAAAAAAAAA', person: base.person, talk: base.talk },
      ...{ out: [{ message, route, again: 0 }], effects: [], erasedAt: null },
    });
    clock.at += 60_000;
    return [route.channel];
  }
});
