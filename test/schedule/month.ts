import type { Due, DueAnswer, DueKind } from '../../src/schedule/due-dates.ts';
import { LONGEST_PAUSE_MS } from '../../src/schedule/due-tries.ts';
import { testClock } from '../universe/time.ts';
import { buildDue, buildRunner, type DueStore, LEASE_MS } from './due-world.ts';

export type MonthStep =
  | { kind: 'wait'; ms: number }
  | { kind: 'set'; id: string; inMs: number; repeats: number; fails: number }
  | { kind: 'set again' | 'cancel'; id: string }
  | { kind: 'down' | 'up' | 'dies' };

const DAY_MS = 86_400_000;
const REPEATS_AFTER_MS = 5 * 3_600_000;

/** What must still happen to one due-date. */
interface Expected {
  due: Due;
  /** Set again is the same as set once, while it has not been run. */
  untouched: boolean;
  repeats: number;
  fails: number;
}

/** Due-dates beside what they must do: two processes run them by turns, and whatever differs is a fault. */
export class Month {
  readonly faults: string[] = [];
  readonly #stores: readonly DueStore[];
  readonly #clock = testClock();
  readonly #begun = this.#clock.now();
  readonly #expected = new Map<string, Expected>();
  readonly #runners;
  #up = true;
  #looks = 0;
  #versions = 0;
  /** A process has died; what it held is free again after its lease. */
  #diedAt = -Infinity;

  constructor(stores: readonly DueStore[]) {
    this.#stores = stores;
    const kind: DueKind = { kind: 'remind', run: (due, now) => this.#run(due, now) };
    this.#runners = stores.map((store) => buildRunner({ store, kinds: [kind], clock: this.#clock }));
  }

  get days(): number {
    return (this.#clock.now() - this.#begun) / DAY_MS;
  }

  async go(step: MonthStep): Promise<void> {
    switch (step.kind) {
      case 'wait':
        this.#clock.advance(step.ms);
        return this.#look();
      case 'set':
        return this.#set(step);
      case 'set again': {
        const there = this.#expected.get(step.id);
        if (there?.untouched === true) await this.#stores[0]?.set(there.due);
        return;
      }
      case 'cancel':
        this.#expected.delete(step.id);
        return this.#stores[0]?.cancel('remind', step.id);
      case 'down':
      case 'up':
        this.#up = step.kind === 'up';
        return;
      case 'dies':
        return this.#die();
    }
  }

  /** The server is back, and time goes on until nothing can be due any more. */
  async end(): Promise<void> {
    this.#up = true;
    for (let round = 0; round < 60; round += 1) {
      this.#clock.advance(LONGEST_PAUSE_MS);
      await this.#look();
    }
    for (const id of this.#expected.keys()) this.faults.push(`${id} was never run`);
  }

  async #set({ id, inMs, repeats, fails }: MonthStep & { kind: 'set' }): Promise<void> {
    const at = this.#clock.now() + inMs;
    const due = buildDue({ id, at, params: { version: (this.#versions += 1) } });
    this.#expected.set(id, { due, untouched: true, repeats, fails });
    await this.#stores[this.#versions % this.#stores.length]?.set(due);
  }

  async #look(): Promise<void> {
    if (!this.#up) return;
    await this.#runners[(this.#looks += 1) % this.#runners.length]?.all();
    const now = this.#clock.now();
    if (now < this.#diedAt + LEASE_MS) return;
    for (const [id, { due, untouched }] of this.#expected)
      if (untouched && due.at <= now) this.faults.push(`${id} was due and not run`);
  }

  /** A process takes what is due and is never heard of again. */
  async #die(): Promise<void> {
    this.#diedAt = this.#clock.now();
    await this.#stores[0]?.take({ kinds: ['remind'], now: this.#diedAt, leaseMs: LEASE_MS, limit: 3 });
  }

  async #run(due: Due, now: number): Promise<DueAnswer> {
    const expected = this.#expected.get(due.id);
    if (due.at > now) this.faults.push(`${due.id} was run before its time`);
    if (expected === undefined || expected.due.at !== due.at) {
      this.faults.push(`${due.id} was run, cancelled or moved or run before`);
      return;
    }
    if (expected.due.params['version'] !== due.params['version']) this.faults.push(`${due.id}: old params`);
    expected.untouched = false;
    if (expected.fails > 0) {
      expected.fails -= 1;
      throw new Error('no');
    }
    if (expected.repeats === 0) {
      this.#expected.delete(due.id);
      return;
    }
    expected.repeats -= 1;
    const again = Math.max(due.at + REPEATS_AFTER_MS, now + 1);
    expected.due = { ...expected.due, at: again };
    return { again };
  }
}
