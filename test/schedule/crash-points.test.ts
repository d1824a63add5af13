import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DueKind } from '../../src/schedule/due-dates.ts';
import { FIRST_PAUSE_MS } from '../../src/schedule/due-tries.ts';
import { type TestClock, testClock } from '../universe/time.ts';
import { buildDue, buildRunner, dueDatabase, type DueStore, LEASE_MS } from './due-world.ts';
import { mortal, type Point } from './mortal.ts';

const HOUR_MS = 3_600_000;
const BEGUN = testClock().now();

describe('T26: a process that dies at any command for due-dates', () => {
  let world: Awaited<ReturnType<typeof dueDatabase>>;
  beforeAll(async () => {
    world = await dueDatabase();
  });
  afterAll(() => world.close());

  it('leaves what a run without a death leaves; each is run at most once more', async () => {
    const points: Point[] = [];
    const reference = await life(world, (point) => {
      points.push(point);
      return false;
    });
    expect(reference.died).toBe(false);
    expect(reference.run).toEqual(
      [
        `fails@${BEGUN}`,
        `moved@${BEGUN + HOUR_MS}`,
        `once@${BEGUN}`,
        `ordered by a run@${BEGUN + HOUR_MS}`,
        `repeats@${BEGUN}`,
        `repeats@${BEGUN + HOUR_MS}`,
      ].sort(),
    );
    console.info(`T26: ${points.length} points of due-dates where a process may die`);
    expect(points.length).toBeGreaterThan(40);
    for (const point of points) {
      const { died, run, left, most } = await life(world, (passed) => passed === point);
      expect({ point, died, run, left }).toEqual({ point, died: true, run: reference.run, left: 0 });
      expect(most).toBeLessThanOrEqual(2);
    }
  }, 120_000);
});

/** What one is told to do, step by step; a step whose end nobody heard of is done again, as an effect would be. */
const ORDERS: ((store: DueStore) => Promise<void>)[] = [
  ...['once', 'repeats', 'fails', 'moved', 'cancelled'].map(
    (id) => (store: DueStore) => store.set(buildDue({ id, at: BEGUN })),
  ),
  (store) => store.set(buildDue({ id: 'moved', at: BEGUN + HOUR_MS })),
  (store) => store.cancel('remind', 'cancelled'),
];

/** A process orders due-dates and runs them until it dies; the next one does the rest. */
async function life(world: Awaited<ReturnType<typeof dueDatabase>>, dies: (point: Point) => boolean) {
  await world.connection.collection('due_dates').deleteMany({});
  const clock = testClock(BEGUN);
  const times = new Map<string, number>();
  let died = false;
  let die = (): void => undefined;
  const death = new Promise<void>((resolve) => (die = resolve));
  const first = world.store(
    mortal(world.connection, (point) => {
      if (!dies(point)) return false;
      died = true;
      die();
      return true;
    }),
  );
  let heard = 0;
  const orderAndRun = async (store: DueStore): Promise<void> => {
    for (const order of ORDERS.slice(heard)) {
      await order(store);
      heard += 1;
    }
    await runAll(store, noting(times, store), clock);
  };
  await Promise.race([death, orderAndRun(first)]);
  await orderAndRun(world.store());
  return {
    died,
    run: [...times.keys()].sort(),
    left: await world.connection.collection('due_dates').countDocuments(),
    most: Math.max(...times.values()),
  };
}

/** Counts what was run to its end: an idempotent kind would do nothing the second time. */
function noting(times: Map<string, number>, store: DueStore): DueKind {
  let failed = false;
  return {
    kind: 'remind',
    async run({ id, at }) {
      if (id === 'fails' && !failed) {
        failed = true;
        throw new Error('no');
      }
      if (id === 'once') await store.set(buildDue({ id: 'ordered by a run', at: BEGUN + HOUR_MS }));
      times.set(`${id}@${at}`, (times.get(`${id}@${at}`) ?? 0) + 1);
      return id === 'repeats' && at === BEGUN ? { again: at + HOUR_MS } : undefined;
    },
  };
}

async function runAll(store: DueStore, kind: DueKind, clock: TestClock): Promise<void> {
  const runner = buildRunner({ store, kinds: [kind], clock });
  for (const pause of [0, LEASE_MS, FIRST_PAUSE_MS, HOUR_MS, LEASE_MS]) {
    clock.advance(pause);
    await runner.all();
  }
}
