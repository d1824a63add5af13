import { describe, expect, it } from '@jest/globals';
import type { DueAnswer, DueKind } from '../../src/schedule/due-dates.ts';
import { until } from '../channels/until.ts';
import { testClock } from '../universe/time.ts';
import { buildDue, buildRunner, recording } from './due-world.ts';
import { MemoryDueDates } from './memory-due-dates.ts';

describe('the runner of due-dates', () => {
  const clock = testClock();
  const at = clock.now();
  const start = (run: DueKind['run'], more: { runLimitMs?: number; leaseMs?: number } = {}) => {
    const store = new MemoryDueDates();
    return { store, runner: buildRunner({ store, kinds: [{ kind: 'remind', run }], clock, ...more }) };
  };

  it('one that hangs holds no other up, and comes again as a failed one', async () => {
    const seen: string[] = [];
    const { store, runner } = start(
      async ({ id }) => {
        seen.push(id);
        if (id === 'hangs') await new Promise<never>(() => undefined);
      },
      { runLimitMs: 50 },
    );
    await store.set(buildDue({ id: 'hangs', at }));
    await runner.run();
    await store.set(buildDue({ id: 'good', at }));
    await runner.run();
    expect(seen).toEqual(['hangs', 'good']);
    await runner.idle();
    expect(runner.reported.toSorted()).toEqual(['failed remind too_slow', 'run remind']);
  });

  it('sixteen that hang are waited for, and then the others have their turn', async () => {
    const { store, runner } = start(
      ({ id }) => (id === 'good' ? Promise.resolve() : new Promise<never>(() => undefined)),
      { runLimitMs: 50 },
    );
    for (let n = 0; n < 16; n += 1) await store.set(buildDue({ id: `hangs ${n}`, at: at - 1 }));
    await store.set(buildDue({ id: 'good', at }));
    await runner.all();
    expect(runner.reported.filter((said) => said === 'run remind')).toHaveLength(1);
    expect(runner.reported.filter((said) => said === 'failed remind too_slow')).toHaveLength(16);
  });

  it('what takes longer than its lease stays held', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const { store, runner } = start(() => held, { leaseMs: 30 });
    await store.set(buildDue({ at }));
    await runner.run();
    const before = [...store.kept.values()][0]!.free;
    clock.advance(40);
    await until(() => [...store.kept.values()][0]!.free === before + 40);
    end();
    await runner.idle();
    expect(store.kept.size).toBe(0);
  });

  it.each([NaN, Infinity])('`again: %d` is a failure of that kind', async (again) => {
    const { store, runner } = start((): Promise<DueAnswer> => Promise.resolve({ again }));
    await store.set(buildDue({ at }));
    await runner.all();
    expect(runner.reported).toEqual(['failed remind bad_again']);
  });

  it('one that cannot be settled is reported, and is run again when its lease has ended', async () => {
    const { kind, runs } = recording();
    const store = new MemoryDueDates();
    const done = store.done.bind(store);
    store.done = () => Promise.reject(new Error('away'));
    const runner = buildRunner({ store, kinds: [kind], clock, leaseMs: 1000 });
    await store.set(buildDue({ at }));
    await runner.all();
    expect(runner.reported).toEqual(['unsettled remind thrown']);
    store.done = done;
    clock.advance(1000);
    await runner.all();
    expect([runs.length, store.kept.size]).toEqual([2, 0]);
  });

  it('a kind nobody here runs is left to a process that does', async () => {
    const { store, runner } = start(() => Promise.resolve());
    await store.set(buildDue({ kind: 'newer', at }));
    await runner.all();
    expect([...store.kept.values()][0]).toMatchObject({ attempts: 0 });
  });

  it('two kinds of one name stop the start', () => {
    const kind: DueKind = { kind: 'remind', run: () => Promise.resolve() };
    const store = new MemoryDueDates();
    expect(() => buildRunner({ store, kinds: [kind, kind], clock })).toThrow(
      expect.objectContaining({ code: 'kind_twice' }),
    );
  });

  it('stopped, it begins nothing more and waits for what it began', async () => {
    const ended: string[] = [];
    let begun = 0;
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const { store, runner } = start(async ({ id }) => {
      begun += 1;
      await held;
      ended.push(id);
    });
    for (let n = 0; n < 40; n += 1) await store.set(buildDue({ id: String(n), at }));
    const run = runner.run();
    await until(() => begun === 16);
    const stopped = runner.stop();
    expect(ended).toEqual([]);
    end();
    await stopped;
    await run;
    await runner.run();
    expect(ended).toHaveLength(16);
    expect(store.kept.size).toBe(24);
  });
});
