import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RedisLink, sharedDues } from '../../src/queue/index.ts';
import type { DueAnswer } from '../../src/schedule/due-dates.ts';
import { dueRunner } from '../../src/schedule/due-runner.ts';
import { until } from '../channels/until.ts';
import { MemoryDueDates } from '../schedule/memory-due-dates.ts';
import { realClock } from '../universe/time.ts';
import { startRedis, type TestRedis } from './server.ts';

const LEASE_MS = 300;
const STALLED_MS = 400;

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** A process: what it takes it holds, until it is killed; from then on it does nothing more, and lets nothing go. */
async function process(
  store: MemoryDueDates,
  prefix: string,
  run: (id: string, at: number) => Promise<DueAnswer>,
) {
  let killed = false;
  const link = new RedisLink({ url: redis.url, turned: () => undefined });
  await link.looked();
  const kind = {
    kind: 'remind',
    run: ({ id, at }: { id: string; at: number }) =>
      killed ? new Promise<never>(() => undefined) : run(id, at),
  };
  const own = new Proxy(store, {
    get(target, name) {
      if (killed && name === 'renew') return async () => undefined;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const parts = { store: own, clock: realClock, leaseMs: LEASE_MS, report: () => undefined };
  const dues = sharedDues({
    ...{ link, prefix, store, kinds: ['remind'], clock: realClock, stalledAfterMs: STALLED_MS },
    runner: dueRunner({ ...parts, kinds: [kind] }),
  });
  return {
    dues,
    /** Its next run never ends. */
    dies: () => (killed = true),
    gone: () => link.close(),
    async close() {
      if (!killed) await dues.stop();
      link.close();
    },
  };
}

/** Several of them; `ran` in the order in which they ended. */
async function house(prefix: string, of: number, answer?: (id: string) => Promise<DueAnswer>) {
  const store = new MemoryDueDates();
  const ran: { id: string; by: number; late: number }[] = [];
  const processes = await Promise.all(
    Array.from({ length: of }, (_, by) =>
      process(store, prefix, async (id, at) => {
        const answered = await answer?.(id);
        ran.push({ id, by, late: realClock.now() - at });
        return answered;
      }),
    ),
  );
  return {
    ...{ store, ran, processes },
    look: () => Promise.all(processes.map(({ dues }) => dues.run())),
    close: () => Promise.all(processes.map((one) => one.close())),
    set: (id: string, inMs: number) =>
      store.set({ kind: 'remind', id, at: realClock.now() + inMs, params: {} }),
  };
}

it('P9: what several processes announce is run once, at its moment, by all of them', async () => {
  const { ran, processes, look, close, set } = await house('dues-once', 3, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  for (const { dues } of processes) dues.begin();
  for (let n = 0; n < 60; n += 1) await set(`d${n}`, 400);
  await set('next week', 7 * 86_400_000);
  await look();
  await look();
  expect(ran).toHaveLength(0);
  await until(() => ran.length >= 60);
  await look();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(new Set(ran.map(({ id }) => id)).size).toBe(60);
  expect(ran).toHaveLength(60);
  expect(Math.min(...ran.map(({ late }) => late))).toBeGreaterThanOrEqual(0);
  expect(new Set(ran.map(({ by }) => by)).size).toBeGreaterThan(1);
  await close();
});

it('P9: one that is moved is run at its new moment only; one that comes again, again', async () => {
  let times = 0;
  const { store, ran, processes, look, close, set } = await house('dues-moved', 2, async () => {
    times += 1;
    return times === 1 ? { again: realClock.now() + 100 } : undefined;
  });
  for (const { dues } of processes) dues.begin();
  const began = realClock.now();
  await set('moved', 100);
  await look();
  await set('moved', 500);
  await look();
  await until(() => ran.length === 1);
  expect(realClock.now()).toBeGreaterThanOrEqual(began + 500);
  await look();
  await until(() => ran.length === 2);
  expect(store.kept.size).toBe(0);
  await close();
});

it('P9: the job of a process that dies goes to another, without anybody looking', async () => {
  const { store, ran, processes, close, set } = await house('dues-dead', 2);
  const [dying, other] = [processes[0]!, processes[1]!];
  await set('left', 0);
  dying.dies();
  dying.dues.begin();
  await dying.dues.run();
  await until(() => [...store.kept.values()].some(({ attempts }) => attempts === 1));
  dying.gone();
  other.dues.begin();
  await until(() => ran.length === 1);
  expect(ran).toMatchObject([{ id: 'left', by: 1 }]);
  await close();
});

it('P9: FLUSHALL and a Redis that dies lose nothing, and nothing is run twice', async () => {
  const { ran, processes, look, close, set } = await house('dues-flushed', 2);
  for (const { dues } of processes) dues.begin();
  await set('flushed', 300);
  await look();
  await redis.flush();
  await look();
  await until(() => ran.length === 1);
  await redis.kill();
  await set('alone', 0);
  await look();
  await until(() => ran.length === 2);
  await redis.start();
  await set('back', 0);
  await until(async () => {
    await look();
    return ran.length >= 3;
  });
  expect(ran.map(({ id }) => id)).toEqual(['flushed', 'alone', 'back']);
  await close();
});
