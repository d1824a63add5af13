import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '../../src/domain/faults.ts';
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS, TRIES } from '../../src/schedule/due-tries.ts';
import { type TestClock, testClock } from '../universe/time.ts';
import { ADAPTERS, buildDue, buildRunner, type DueWorld, LEASE_MS, recording } from './due-world.ts';

const HOUR_MS = 3_600_000;
const TEN_YEARS_MS = 10 * 365 * 24 * HOUR_MS;

describe.each(Object.entries(ADAPTERS))('due-dates in %s', (_name, open) => {
  let world: DueWorld;
  let clock: TestClock;
  beforeEach(async () => {
    world = await open();
    clock = testClock();
  });
  afterEach(() => world.close());
  const inAnHour = () => clock.now() + HOUR_MS;
  const start = (record = recording()) => ({
    ...record,
    runner: buildRunner({ store: world.store, kinds: [record.kind], clock }),
  });

  it('one is run when its time has come, with its params, once', async () => {
    const given: unknown[] = [];
    const { runner } = start(recording(async (due, now) => void given.push({ ...due, now })));
    const due = buildDue({ at: inAnHour(), params: { event: 'mali-1', rank: 2, late: false, note: null } });
    await world.store.set(due);
    clock.advance(HOUR_MS - 1);
    await runner.all();
    expect(given).toEqual([]);
    clock.advance(1);
    await runner.all();
    await runner.all();
    expect(given).toEqual([{ ...due, now: clock.now() }]);
  });

  it('set twice is once; two of one id but two kinds are two', async () => {
    const { runner, runs, kind } = start();
    const other: string[] = [];
    const both = buildRunner({
      store: world.store,
      kinds: [kind, { kind: 'other', run: async ({ id }) => void other.push(id) }],
      clock,
    });
    const at = clock.now();
    await Promise.all([1, 2, 3].map(() => world.store.set(buildDue({ at, params: { a: 1, b: 2 } }))));
    await world.store.set(buildDue({ at, params: { b: 2, a: 1 } }));
    await world.store.set(buildDue({ at, kind: 'other' }));
    await runner.all();
    expect(other).toEqual([]);
    await both.all();
    expect([runs, other]).toEqual([[`a@${at}`], ['a']]);
  });

  it('the oldest are begun first, and never more than sixteen at once', async () => {
    let most = 0;
    let now = 0;
    const { runner, runs } = start(
      recording(async () => {
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      }),
    );
    const at = clock.now();
    const ids = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(ids.map((id) => world.store.set(buildDue({ id: String(id), at: at - id }))));
    await runner.all();
    expect(runs).toEqual(ids.toReversed().map((id) => `${id}@${at - id}`));
    expect(most).toBe(16);
  });

  it('moved, it is run at its new time only, with its new params', async () => {
    const { runner, runs } = start();
    await world.store.set(buildDue({ at: inAnHour() }));
    const at = clock.now() + 3 * HOUR_MS;
    await world.store.set(buildDue({ at }));
    clock.advance(2 * HOUR_MS);
    await runner.all();
    expect(runs).toEqual([]);
    clock.advance(HOUR_MS);
    await runner.all();
    expect(runs).toEqual([`a@${at}`]);
  });

  it('of two that overtook each other the one of the higher order holds, set or cancelled', async () => {
    const { runner, runs } = start();
    const [soon, later] = [inAnHour(), inAnHour() + HOUR_MS];
    await world.store.set(buildDue({ at: later, order: 6 }));
    await world.store.set(buildDue({ at: soon, order: 5 }));
    await world.store.cancel('remind', 'a', 5);
    clock.advance(HOUR_MS);
    await runner.all();
    expect(runs).toEqual([]);
    await world.store.set(buildDue({ at: soon, order: 7 }));
    await runner.all();
    expect(runs).toEqual([`a@${soon}`]);
    await world.store.set(buildDue({ at: soon, order: 8 }));
    await world.store.cancel('remind', 'a', 9);
    await runner.all();
    expect(runs).toEqual([`a@${soon}`]);
  });

  it('several changed at once are each as if they stood alone, also beside the same from another', async () => {
    const { runner, runs } = start();
    const at = inAnHour();
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    await world.store.set(buildDue({ id: 'n0', at, order: 9 }));
    await world.store.set(buildDue({ id: 'gone', at }));
    const sets = (order: number) => names.map((id) => ({ set: buildDue({ id, at: at + order, order }) }));
    const other = await world.another();
    await Promise.all([
      world.store.change([...sets(5), { cancel: { kind: 'remind', id: 'gone' } }]),
      other.change(sets(6)),
      other.change([]),
    ]);
    clock.advance(2 * HOUR_MS);
    await runner.all();
    expect(runs.toSorted()).toEqual(
      [`n0@${at}`, ...names.slice(1).map((id) => `${id}@${at + 6}`)].toSorted(),
    );
  });

  it('moved while it is run, it is run at its new time too, and never beside itself', async () => {
    let under = 0;
    let most = 0;
    const first = clock.now();
    const { runner, runs } = start(
      recording(async (due) => {
        most = Math.max(most, (under += 1));
        if (due.at === first) {
          await world.store.set(buildDue({ at: first + 1 }));
          clock.advance(1000);
          await other.all();
        }
        under -= 1;
      }),
    );
    const other = buildRunner({
      store: await world.another(),
      kinds: [{ kind: 'remind', run: fails }],
      clock,
    });
    await world.store.set(buildDue({ at: first }));
    await runner.all();
    await runner.all();
    expect(runs).toEqual([`a@${first}`, `a@${first + 1}`]);
    expect([most, other.reported]).toEqual([1, []]);
  });

  it('cancelled while it waits, also for another try, it is never run; cancelling what is not there is no fault', async () => {
    const { runner, runs } = start(recording(fails));
    await world.store.set(buildDue({ at: inAnHour() }));
    await world.store.cancel('remind', 'a');
    await world.store.cancel('remind', 'nobody');
    clock.advance(2 * HOUR_MS);
    await runner.all();
    expect(runs).toEqual([]);
    await world.store.set(buildDue({ at: clock.now() }));
    await runner.all();
    await world.store.cancel('remind', 'a');
    clock.advance(TEN_YEARS_MS);
    await runner.all();
    expect(runs).toHaveLength(1);
  });

  it('cancelled while it is run, it does not come again', async () => {
    const { runner, runs } = start(
      recording(async () => {
        await world.store.cancel('remind', 'a');
        return { again: clock.now() + 1 };
      }),
    );
    await world.store.set(buildDue({ at: clock.now() }));
    await runner.all();
    clock.advance(HOUR_MS);
    await runner.all();
    expect(runs).toHaveLength(1);
  });

  it('`again` moves it; one in the past comes with the next look and not at once', async () => {
    const at = clock.now();
    const { runner, runs } = start(
      recording(async (due) => (due.at === at ? { again: at - HOUR_MS } : undefined)),
    );
    await world.store.set(buildDue({ at }));
    await runner.all();
    expect(runs).toEqual([`a@${at}`]);
    clock.advance(1000);
    await runner.all();
    await runner.all();
    expect(runs).toEqual([`a@${at}`, `a@${at + 1}`]);
  });

  it('after downtime everything past is run once', async () => {
    const { runner, runs } = start();
    for (let day = 0; day < 30; day += 1)
      await world.store.set(buildDue({ id: String(day), at: clock.now() + day * 24 * HOUR_MS }));
    clock.advance(31 * 24 * HOUR_MS);
    await runner.all();
    await runner.all();
    expect(runs.map((run) => run.split('@')[0])).toEqual(Array.from({ length: 30 }, (_, day) => String(day)));
  });

  it('a failing one comes again with growing pauses, others pass; in the end it is given up and kept', async () => {
    const begun = clock.now();
    const { runner, runs } = start(
      recording(async ({ id }) => {
        if (id === 'bad') throw new TypeError('Awa Traoré 76 00 00 00');
      }),
    );
    await world.store.set(buildDue({ id: 'bad', at: begun }));
    const tries: number[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const before = runs.length;
      await world.store.set(buildDue({ id: 'good', at: clock.now() }));
      await runner.all();
      expect(runs.slice(before)).toContain(`good@${clock.now()}`);
      if (runs.slice(before).includes(`bad@${begun}`)) tries.push(clock.now());
      clock.advance(tries.length < TRIES && round > 20 ? FIRST_PAUSE_MS * 20 : FIRST_PAUSE_MS);
      if (runner.reported.some((said) => said.startsWith('gave_up'))) break;
    }
    const pauses = tries.slice(1).map((at, index) => at - tries[index]!);
    expect(tries).toHaveLength(TRIES);
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8].map((times) => times * FIRST_PAUSE_MS));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(LONGEST_PAUSE_MS + 20 * FIRST_PAUSE_MS);
    expect(runner.reported.filter((said) => said === 'gave_up remind TypeError')).toHaveLength(1);
    expect(runner.reported.join()).not.toMatch(/Awa|76/);
    clock.advance(TEN_YEARS_MS);
    await runner.all();
    expect(runs.filter((run) => run.startsWith('bad'))).toHaveLength(TRIES);
  });

  it('a repeated `set` hastens no try and revives nothing', async () => {
    const { runner, runs } = start(recording(fails));
    const due = buildDue({ at: clock.now() });
    for (let round = 0; round < TRIES; round += 1) {
      await world.store.set(due);
      await runner.all();
      await world.store.set(due);
      await runner.all();
      expect(runs).toHaveLength(round + 1);
      clock.advance(LONGEST_PAUSE_MS);
    }
    await world.store.set(due);
    await runner.all();
    expect(runs).toHaveLength(TRIES);
  });

  it('one given up is run again when it is set to another time', async () => {
    let broken = true;
    const { runner, runs } = start(recording(async () => (broken ? fails() : undefined)));
    await world.store.set(buildDue({ at: clock.now() }));
    for (let round = 0; round < TRIES; round += 1) {
      await runner.all();
      clock.advance(LONGEST_PAUSE_MS);
    }
    broken = false;
    await runner.all();
    expect(runs).toHaveLength(TRIES);
    await world.store.set(buildDue({ at: clock.now() }));
    await runner.all();
    expect(runs).toHaveLength(TRIES + 1);
  });

  it('an outage is nobody’s fault: its tries do not count', async () => {
    let away = true;
    const { runner, runs } = start(
      recording(async () => {
        if (away) throw unavailable('store_unavailable', 'away');
      }),
    );
    const at = clock.now();
    await world.store.set(buildDue({ at }));
    for (let round = 0; round < 3 * TRIES; round += 1) {
      await runner.all();
      clock.advance(FIRST_PAUSE_MS);
    }
    away = false;
    await runner.all();
    expect(runs).toHaveLength(3 * TRIES + 1);
    expect(runner.reported.at(-1)).toBe('run remind');
  });

  it('one whose process dies each time is given up too, without being run once more', async () => {
    const { runner, runs } = start();
    await world.store.set(buildDue({ at: clock.now() }));
    for (let death = 0; death < TRIES; death += 1) {
      const { held } = await world.store.take({
        kinds: ['remind'],
        now: clock.now(),
        leaseMs: LEASE_MS,
        limit: 9,
      });
      expect(held).toHaveLength(1);
      clock.advance(LEASE_MS);
    }
    await runner.all();
    expect([runs, runner.reported]).toEqual([[], ['gave_up remind never_ended']]);
  });

  it('what a dead process held is run when its lease has ended, not before', async () => {
    const { runner, runs } = start();
    const at = clock.now();
    await world.store.set(buildDue({ at }));
    await world.store.take({ kinds: ['remind'], now: at, leaseMs: LEASE_MS, limit: 9 });
    clock.advance(LEASE_MS - 1);
    await runner.all();
    expect(runs).toEqual([]);
    clock.advance(1);
    await runner.all();
    await runner.all();
    expect(runs).toEqual([`a@${at}`]);
  });

  it('bad input: a clock ten years ahead and back, with a death and a failure in between, holds nothing up', async () => {
    const { runner, runs } = start(
      recording(async ({ id }) => {
        if (id === 'fails' && runs.filter((run) => run.startsWith('fails')).length === 1)
          throw new Error('no');
      }),
    );
    await world.store.set(buildDue({ id: 'fails', at: inAnHour() }));
    clock.advance(TEN_YEARS_MS);
    await runner.all();
    await world.store.set(buildDue({ id: 'dies', at: clock.now() - TEN_YEARS_MS + HOUR_MS }));
    await world.store.take({ kinds: ['remind'], now: clock.now(), leaseMs: LEASE_MS, limit: 9 });
    clock.advance(-TEN_YEARS_MS);
    await world.store.set(buildDue({ id: 'new', at: inAnHour() }));
    clock.advance(HOUR_MS);
    await runner.all();
    await runner.all();
    expect(runs.map((run) => run.split('@')[0]).sort()).toEqual(['dies', 'fails', 'fails', 'new']);
  });

  it('bad input: a clock an hour back runs nothing twice and nothing before its time', async () => {
    const { runner, runs } = start();
    const at = clock.now();
    await world.store.set(buildDue({ id: 'now', at }));
    await runner.all();
    await world.store.set(buildDue({ id: 'soon', at: at + 60_000 }));
    await world.store.set(buildDue({ id: 'held', at }));
    await world.store.take({ kinds: ['remind'], now: at, leaseMs: LEASE_MS, limit: 9 });
    clock.advance(-HOUR_MS);
    await runner.all();
    expect(runs).toEqual([`now@${at}`]);
    clock.advance(HOUR_MS + 60_000);
    await runner.all();
    await runner.all();
    expect(runs).toEqual([`now@${at}`, `held@${at}`, `soon@${at + 60_000}`]);
  });
});

const fails = (): Promise<never> => Promise.reject(new Error('no'));
