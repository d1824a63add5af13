import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DueKind } from '../../src/schedule/due-dates.ts';
import { testClock } from '../universe/time.ts';
import { buildDue, buildRunner, dueDatabase } from './due-world.ts';

const DUES = 500;

describe('T26: two runners over one database', () => {
  let world: Awaited<ReturnType<typeof dueDatabase>>;
  const clock = testClock();
  const at = clock.now();
  beforeEach(async () => {
    world = await dueDatabase();
  });
  afterEach(() => world.close());

  it(`${DUES} due at once are each run once`, async () => {
    const times = new Map<string, number>();
    const shares = [0, 0];
    const runners = await Promise.all(
      shares.map(async (_, mine) => {
        const kind: DueKind = {
          kind: 'remind',
          async run({ id }) {
            times.set(id, (times.get(id) ?? 0) + 1);
            shares[mine]! += 1;
            await new Promise((resolve) => setTimeout(resolve, 2));
          },
        };
        return buildRunner({ store: await world.another(), kinds: [kind], clock });
      }),
    );
    const store = world.store();
    await Promise.all(
      Array.from({ length: DUES }, (_, n) => store.set(buildDue({ id: String(n), at: at - n }))),
    );
    while ((await world.connection.collection('due_dates').countDocuments()) > 0)
      await Promise.all(runners.map((runner) => runner.all()));
    expect(times.size).toBe(DUES);
    expect([...times.values()].filter((count) => count !== 1)).toEqual([]);
    expect(Math.min(...shares)).toBeGreaterThan(0);
  });

  it('sets of one due-date from two processes at once make one', async () => {
    const stores = [world.store(), await world.another()];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(stores.map((store) => store.set(buildDue({ id: String(round), at }))));
    expect(await world.connection.collection('due_dates').countDocuments()).toBe(20);
  });
});
