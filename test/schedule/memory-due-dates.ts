import type { Due, DueChange, DueDates, DueQueue, HeldDue } from '../../src/schedule/due-dates.ts';

interface Kept {
  due: Due;
  free: number;
  attempts: number;
  holder?: number;
  code?: string;
  gaveUp?: true;
}

/** One of {@link MemoryDueDates} that is held: the version of it that was taken, and by whom. */
interface MemoryHeld extends HeldDue {
  name: string;
  due: Due;
  holder: number;
}

/** Due-dates as the port promises them, in memory: for tests that need no database. Passes the same conformance. */
export class MemoryDueDates implements DueDates, DueQueue<MemoryHeld> {
  readonly kept = new Map<string, Kept>();
  #holders = 0;

  async set(due: Due): Promise<void> {
    const name = nameOf(due.kind, due.id);
    const there = this.kept.get(name);
    if (there !== undefined && isNewer(there.due, due.order)) return;
    if (there !== undefined && same(there.due, due)) {
      Object.assign(there.due, { order: due.order });
      return;
    }
    const { holder } = there ?? {};
    this.kept.set(name, {
      due: structuredClone(due),
      attempts: 0,
      free: holder === undefined ? 0 : (there?.free ?? 0),
      ...(holder === undefined ? {} : { holder }),
    });
  }

  async cancel(kind: string, id: string, order?: number): Promise<void> {
    const there = this.kept.get(nameOf(kind, id));
    if (there !== undefined && !isNewer(there.due, order)) this.kept.delete(nameOf(kind, id));
  }

  async change(changes: readonly DueChange[]): Promise<void> {
    for (const each of changes)
      if ('set' in each) await this.set(each.set);
      else await this.cancel(each.cancel.kind, each.cancel.id, each.cancel.order);
  }

  async take(what: {
    kinds: readonly string[];
    now: number;
    leaseMs: number;
    limit: number;
    only?: string;
  }): Promise<{ held: MemoryHeld[]; more: boolean }> {
    const holder = (this.#holders += 1);
    const due = this.#free({ ...what, until: what.now })
      .filter(([name]) => what.only === undefined || name === what.only)
      .sort(([, a], [, b]) => a.due.at - b.due.at)
      .slice(0, what.limit);
    const held = due.map(([name, kept]) => {
      Object.assign(kept, { free: what.now + what.leaseMs, holder, attempts: kept.attempts + 1 });
      const { due: taken, attempts } = kept;
      return { name, due: taken, holder, kind: taken.kind, attempts, open: () => structuredClone(taken) };
    });
    return { held, more: held.length === what.limit };
  }

  async coming(what: {
    kinds: readonly string[];
    now: number;
    until: number;
    limit: number;
  }): Promise<{ name: string; at: number }[]> {
    const coming = this.#free(what).map(([name, { due }]) => ({ name, at: due.at }));
    return coming.sort((a, b) => a.at - b.at).slice(0, what.limit);
  }

  async renew({ name, holder }: MemoryHeld, until: number): Promise<void> {
    const kept = this.kept.get(name);
    if (kept?.holder === holder) kept.free = until;
  }

  async done(held: MemoryHeld): Promise<void> {
    if (this.#settle(held, {})) this.kept.delete(held.name);
  }

  async move(held: MemoryHeld, at: number): Promise<void> {
    this.#settle(held, { due: { ...held.due, at }, free: 0, attempts: 0 });
  }

  async failed(held: MemoryHeld, what: { code: string; at: number; counts: boolean }): Promise<void> {
    const attempts = held.attempts - (what.counts ? 0 : 1);
    this.#settle(held, { free: what.at, code: what.code, attempts });
  }

  async giveUp(held: MemoryHeld, { code }: { code: string; now: number }): Promise<void> {
    this.#settle(held, { code, gaveUp: true });
  }

  /** Those due at `until` that nobody holds now. */
  #free({ kinds, now, until }: { kinds: readonly string[]; now: number; until: number }): [string, Kept][] {
    return [...this.kept].filter(([, { due, free, gaveUp }]) => {
      const waits = gaveUp !== true && kinds.includes(due.kind) && due.at <= until;
      return waits && (free <= now || free > now + BELIEVED_MS);
    });
  }

  /** Whether it was still the one that was taken; a moved one is let go of. */
  #settle({ name, holder, due }: MemoryHeld, change: Partial<Kept>): boolean {
    const kept = this.kept.get(name);
    if (kept?.holder !== holder) return false;
    delete kept.holder;
    const unchanged = same(kept.due, due);
    Object.assign(kept, unchanged ? change : { free: 0 });
    return unchanged;
  }
}

const BELIEVED_MS = 86_400_000;
const nameOf = (kind: string, id: string): string => JSON.stringify([kind, id]);
const isNewer = (there: Due, order: number | undefined): boolean =>
  order !== undefined && (there.order ?? order) > order;
const same = (a: Due, b: Due): boolean =>
  a.at === b.at && JSON.stringify(sorted(a.params)) === JSON.stringify(sorted(b.params));
const sorted = (params: Due['params']) => Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
