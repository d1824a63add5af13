import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { testDatabase } from '../../../../test/mongo/database.ts';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import type { EffectContext, Passage, Prompted } from '../../../conversation/ports.ts';
import { unavailable } from '../../../domain/faults.ts';
import type { Session } from '../../../engine/types.ts';
import { openCollections } from '../../../store/collections.ts';
import { connect } from '../../../store/connection.ts';
import { keptEffect, type WaitingItems, waitingItems } from './index.ts';
import { waitingStore } from './waiting-store.ts';

const DAY_MS = 86_400_000;
const { fingerprint } = testKeyring();
const memberOf = (person: string): Buffer => fingerprint('a-member', person).subarray(0, 16);
const AWA = { id: memberOf('awa') };

describe('B11: a message that waits for its person', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let connection: mongoose.Connection;
  let items: WaitingItems;
  let now: number;
  let prompted: Prompted[];
  let cancelled: Set<string>;
  let paused: Set<string>;
  let answer: () => 'committed' | 'duplicate' | 'gone';
  let told: string[];

  beforeAll(async () => {
    database = await testDatabase();
    connection = await connect(database.uri);
    items = waitingItems({
      ...{ db: connection.db!, fingerprint, memberOf },
      clock: { now: () => now },
      ...{
        channels: ['whatsapp-web'],
        windowed: ['whatsapp-cloud'],
        atRest: ['menu'],
        flow: 'message-campagne',
      },
      wanted: async (id) => (paused.has(id) ? 'later' : !cancelled.has(id)),
      told: async (_member, id) => void told.push(id),
      also: [
        {
          ...{ ids: /^update-corrected:/u, most: 4, wanted: async (id) => !cancelled.has(id) },
          said: (id) => ({ flow: 'nouvelle-corrigee', params: { numero: id } }),
        },
      ],
      async prompt(asked) {
        const is = answer();
        if (is === 'committed') prompted.push(asked);
        return is;
      },
    });
    await openCollections(connection.db!, [items.collection]);
  });
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 12);
    [prompted, told, answer] = [[], [], () => 'committed'];
    [cancelled, paused] = [new Set(), new Set()];
    await connection.collection('broadcast_waiting').deleteMany({});
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const writes = (person: string): Promise<void> =>
    items.effect.apply([
      {
        id: Buffer.alloc(0),
        rev: 1,
        params: {},
        context: { person, conversation: `talk-${person}` } as EffectContext,
      },
    ]);
  const figures = () => items.figures('b1');

  it('waits on a number that must not broadcast, and nowhere else', () => {
    expect(
      ['whatsapp-web', 'whatsapp-cloud', 'telegram', '__proto__'].map((each) => items.mustWait(each)),
    ).toEqual([true, false, false, false]);
  });

  it('opens the next conversation, once, under the id of every telling, as an answer and not as a broadcast', async () => {
    await items.wait(AWA, 'b1');
    await items.wait(AWA, 'b1');
    expect(await figures()).toEqual({ waiting: 1, read: 0, dropped: 0 });
    await writes('moussa');
    expect(prompted).toEqual([]);
    await writes('awa');
    await writes('awa');
    expect(prompted).toEqual([
      {
        ...{ conversation: 'talk-awa', id: 'broadcast:b1', flow: 'message-campagne' },
        ...{ params: { envoi: 'b1' }, lane: 'alert' },
      },
    ]);
    expect(await figures()).toEqual({ waiting: 0, read: 1, dropped: 0 });
    expect(told).toEqual(['b1']);
    // Planned again after a crash it does not wait again.
    await items.wait(AWA, 'b1');
    expect(await figures()).toEqual({ waiting: 0, read: 1, dropped: 0 });
  });

  it('an outage leaves it waiting; a crash after it was said is known by its id', async () => {
    await items.wait(AWA, 'b1');
    answer = () => {
      throw unavailable('store_unavailable', 'away');
    };
    await writes('awa');
    expect(await figures()).toMatchObject({ waiting: 1 });
    answer = () => 'duplicate';
    await writes('awa');
    expect(await figures()).toMatchObject({ waiting: 0, read: 1 });
  });

  it('is not said to who has stopped, nor once it was cancelled; both are counted', async () => {
    await items.wait(AWA, 'b1');
    answer = () => 'gone';
    await writes('awa');
    await items.wait({ id: memberOf('moussa') }, 'b1');
    answer = () => 'committed';
    cancelled.add('b1');
    await writes('moussa');
    await items.wait({ id: memberOf('oumou') }, 'b1');
    await items.cancel('b1');
    await writes('oumou');
    expect(prompted).toEqual([]);
    expect(await figures()).toEqual({ waiting: 0, read: 0, dropped: 3 });
  });

  it('C6: kept by a shared phone, it is read when it was said, and not where its broadcast is silent by now', async () => {
    const effect = keptEffect({
      ...{ flow: 'message-campagne', memberOf },
      wanted: async (id) => (paused.has(id) ? 'later' : !cancelled.has(id)),
      told: async (_member, id) => void told.push(id),
    });
    const begun = ['b1', 'b2', 'b3'].map((envoi) => ({ flow: 'message-campagne', params: { envoi } }));
    const other = { flow: 'rappel-activite', params: { envoi: 'b4' } };
    const ordered = effect.fromTurn?.({ begun: [...begun, other] } as unknown as Passage) ?? [];
    expect(ordered).toEqual([{ envoi: 'b1' }, { envoi: 'b2' }, { envoi: 'b3' }]);
    expect(effect.fromTurn?.({} as Passage)).toEqual([]);
    paused.add('b2');
    cancelled.add('b3');
    const context = { person: 'awa', conversation: 'talk-awa' } as EffectContext;
    await effect.apply(ordered.map((params) => ({ id: Buffer.alloc(0), rev: 1, params, context })));
    expect(told).toEqual(['b1']);
  });

  it('waits on while its broadcast is paused', async () => {
    await items.wait(AWA, 'b1');
    paused.add('b1');
    await writes('awa');
    expect(prompted).toEqual([]);
    expect(await figures()).toMatchObject({ waiting: 1, dropped: 0 });
    paused.clear();
    await writes('awa');
    expect(await figures()).toMatchObject({ waiting: 0, read: 1 });
  });

  it('three wait for a person at most, the oldest goes first, and none longer than thirty days', async () => {
    for (const id of ['b1', 'b2', 'b3', 'b4']) {
      await items.wait(AWA, id);
      now += DAY_MS;
    }
    expect(await figures()).toEqual({ waiting: 0, read: 0, dropped: 1 });
    await writes('awa');
    expect(prompted.map(({ id }) => id)).toEqual(['broadcast:b2', 'broadcast:b3', 'broadcast:b4']);
    await items.wait(AWA, 'b5');
    const { retention } = items.collection;
    if (retention.kind !== 'own') throw new Error('own');
    await retention.expire(now + 30 * DAY_MS);
    expect(await items.figures('b5')).toMatchObject({ waiting: 1 });
    await retention.expire(now + 31 * DAY_MS);
    expect(await items.figures('b5')).toMatchObject({ waiting: 0, dropped: 1 });
    expect(await retention.expire(now + 800 * DAY_MS)).toBe(5);
  });

  it('U4: a correction waits beside broadcasts: said first, by its own flow and id, and for longer than a month', async () => {
    const fates = Array.from({ length: 5 }, (_none, n) => `update-corrected:${String(n)}`);
    for (const id of ['b1', 'b2', 'b3', ...fates]) {
      await items.wait(AWA, id);
      now += DAY_MS;
    }
    // Neither kind takes the place of the other.
    expect(await items.figures(fates[0]!)).toMatchObject({ dropped: 1 });
    const { retention } = items.collection;
    if (retention.kind !== 'own') throw new Error('own');
    cancelled.add(fates[1]!);
    await retention.expire(now + 60 * DAY_MS);
    expect(await figures()).toMatchObject({ dropped: 1 });
    expect(await items.figures(fates[2]!)).toMatchObject({ waiting: 1 });
    await items.wait(AWA, 'b4');
    await writes('awa');
    expect(prompted.map(({ id, flow, lane }) => [id, flow, lane])).toEqual([
      ...fates.slice(2).map((id) => [id, 'nouvelle-corrigee', 'alert']),
      ['broadcast:b4', 'message-campagne', 'alert'],
    ]);
    expect(await items.figures(fates[1]!)).toMatchObject({ dropped: 1, read: 0 });
    // It is none of those who count recipients of broadcasts.
    expect(told).toEqual(['b4']);
  });

  it('T6: says in no document whose it is or when; erased with its person; one person’s with who they turn out to be', async () => {
    await items.wait(AWA, 'b1');
    await items.wait({ id: memberOf('moussa') }, 'b1');
    await items.wait({ id: memberOf('moussa') }, 'b2');
    const stored = await connection.collection('broadcast_waiting').find().toArray();
    expect(stored.map((each) => Object.keys(each).sort())).toEqual(
      stored.map(() => ['_id', 'broadcast', 'day', 'state']),
    );
    expect(
      stored.some(({ _id }) =>
        Buffer.from((_id as unknown as { value(): Uint8Array }).value()).includes(AWA.id),
      ),
    ).toBe(false);
    await items.unite('moussa', 'awa');
    await items.unite('moussa', 'awa');
    expect([await items.kept('moussa'), await items.kept('awa')]).toEqual([0, 2]);
    expect(await figures()).toMatchObject({ waiting: 1 });
    expect(await items.erase('awa')).toBe(2);
    expect(await items.erase('awa')).toBe(0);
    const store = waitingStore(connection.db!, fingerprint);
    expect(await store.all(AWA.id)).toEqual([]);
  });

  const session = (...flows: string[]): Session =>
    ({ frames: flows.map((flow) => ({ sid: flow, flow })) }) as unknown as Session;
  it.each([
    ['nothing was going on', null, session('sondage'), true],
    ['it came to its end', session('sondage'), null, true],
    ['they are back in the menu', session('sondage'), session('menu'), true],
    ['they are in the menu', session('menu'), session('menu'), true],
    ['they answer one question of many', session('sondage'), session('sondage'), false],
    ['they begin something from the menu', session('menu'), session('sondage'), false],
    ['something waits below the menu', session('sondage'), session('sondage', 'menu'), false],
    ['a person of the house has the talk', session('parler'), session('parler'), false],
  ])('when they write and %s', (_, before, after, opens) => {
    const passage = (wrote?: { channel: string }) =>
      ({ before: { session: before }, after: { session: after }, ...(wrote && { wrote }) }) as Passage;
    const ordered = (wrote?: { channel: string }) => items.effect.fromTurn?.(passage(wrote)).length === 1;
    expect(ordered({ channel: 'whatsapp-web' })).toBe(opens);
    // There somebody may have been outside their day when it was sent.
    expect(ordered({ channel: 'whatsapp-cloud' })).toBe(opens);
    expect(ordered({ channel: 'telegram' })).toBe(false);
    expect(ordered()).toBe(false);
  });
});
