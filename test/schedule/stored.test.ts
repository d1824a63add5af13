import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_PAUSE_MS, TRIES } from '../../src/schedule/due-tries.ts';
import { expire } from '../../src/store/collections.ts';
import { DUE_COLLECTIONS } from '../../src/store/due-dates.ts';
import { testClock } from '../universe/time.ts';
import { buildDue, buildRunner, dueDatabase, recording } from './due-world.ts';

const DAY_MS = 86_400_000;

describe('due-dates as they are stored', () => {
  let world: Awaited<ReturnType<typeof dueDatabase>>;
  const clock = testClock();
  const at = clock.now();
  const dues = () => world.connection.collection('due_dates');
  beforeAll(async () => {
    world = await dueDatabase();
  });
  afterAll(() => world.close());

  it('T1: neither id nor params are readable without the keys', async () => {
    await world
      .store()
      .set(buildDue({ id: 'awa-76000000', at, params: { name: 'Traoré', conversation: 'c-123' } }));
    const stored = JSON.stringify(await dues().find().toArray());
    for (const secret of ['awa', '76000000', 'Traor', 'c-123', 'conversation'])
      for (const form of [secret, Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1)])
        expect(stored).not.toContain(form);
    await dues().deleteMany({});
  });

  it('an envelope from another due-date does not open: it fails and holds nobody up', async () => {
    const store = world.store();
    await store.set(buildDue({ id: 'a', at: at - 2, params: { rank: 1 } }));
    await store.set(buildDue({ id: 'b', at: at - 1, params: { rank: 2 } }));
    const [first, second] = await dues().find().sort({ at: 1 }).toArray();
    await dues().updateOne({ _id: first!._id }, { $set: { params: second!['params'] as unknown } });
    const { kind, runs } = recording();
    const runner = buildRunner({ store, kinds: [kind], clock });
    await runner.all();
    expect(runs).toEqual([`b@${at - 1}`]);
    expect(runner.reported.sort()).toEqual(['failed remind sealed_unreadable', 'run remind']);
    await dues().deleteMany({});
  });

  it.each([NaN, Infinity, -Infinity])('one without a time (%d) is refused', async (bad) => {
    await expect(world.store().set(buildDue({ at: bad }))).rejects.toMatchObject({ code: 'bad_due_date' });
  });

  it('T5: what was given up is seen with its tries and last code, and is gone thirty days after its time', async () => {
    const store = world.store();
    const { kind } = recording(() => Promise.reject(new TypeError('no')));
    const runner = buildRunner({ store, kinds: [kind], clock });
    await store.set(buildDue({ at }));
    for (let round = 0; round < TRIES; round += 1) {
      await runner.all();
      clock.advance(FIRST_PAUSE_MS * 2 ** round);
    }
    const [given, ...others] = await store.givenUp(10);
    expect(others).toEqual([]);
    expect(given).toEqual({
      kind: 'remind',
      at,
      attempts: TRIES,
      code: 'TypeError',
      gaveUpAt: expect.any(Number),
    });
    expect(await expire(world.connection.db!, DUE_COLLECTIONS, at + 30 * DAY_MS)).toEqual(
      new Map([['due_dates', 0]]),
    );
    await expire(world.connection.db!, DUE_COLLECTIONS, at + 30 * DAY_MS + 1);
    expect(await store.givenUp(10)).toEqual([]);
  });

  it('the look at what is due reads an index, not the collection', async () => {
    const plan = await dues()
      .find({ open: true, at: { $lte: at }, kind: { $in: ['remind'] } })
      .sort({ at: 1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('"indexName":"due"');
    expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
  });
});
