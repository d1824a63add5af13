import type { Broadcast } from '../../src/capabilities/broadcasts/model/broadcast.ts';
import { LAUNCHED } from '../../src/capabilities/broadcasts/model/states.ts';
import type { BroadcastsStore, StoredBroadcast, Which } from '../../src/capabilities/broadcasts/ports.ts';

/** Broadcasts in memory, with the guards of the real store. */
export class MemoryBroadcasts implements BroadcastsStore {
  readonly #all = new Map<string, Broadcast>();
  readonly #spent = new Map<string, { n: number; sent: Set<string> }>();

  async insert({ _id: id, ...rest }: Omit<StoredBroadcast, 'rev'>): Promise<void> {
    if (!this.#all.has(id)) this.#all.set(id, { ...rest, id, rev: 1 });
  }
  async find(id: string) {
    return this.#all.get(id);
  }
  async findIn(org: string, id: string) {
    const found = this.#all.get(id);
    return found?.org === org ? found : undefined;
  }
  async list(of: Which) {
    return [...this.#all.values()].filter(({ org }) => org === of.org);
  }
  async count(of: Which) {
    return (await this.list(of)).length;
  }
  async madeFrom(of: Which, audiences: readonly string[]) {
    return (await this.list(of)).filter(({ from = '' }) => audiences.includes(from));
  }
  async write(...[guard, change, entry]: Parameters<BroadcastsStore['write']>) {
    const found = this.#all.get(guard.id);
    const same = (['org', 'state', 'hash', 'rev'] as const).every((key) => found?.[key] === guard[key]);
    if (found === undefined || !same) return false;
    const { author, ...set } = change;
    const authors = author === undefined ? found.authors : [...new Set([...found.authors, author])];
    const next = { ...found, ...set, authors, history: [...found.history, entry], rev: found.rev + 1 };
    const kept = Object.entries(next).filter(([key, value]) => value !== null || key === 'at');
    this.#all.set(guard.id, { ...Object.fromEntries(kept), changedAt: entry.at } as unknown as Broadcast);
    return true;
  }
  async move(...[id, from, to, set]: Parameters<BroadcastsStore['move']>) {
    const found = this.#all.get(id);
    if (found === undefined || !from.includes(found.state)) return false;
    this.#all.set(id, { ...found, ...set, state: to, rev: found.rev + 1 });
    return true;
  }
  async alike(...[of, at, withinMs]: Parameters<BroadcastsStore['alike']>) {
    return [...this.#all.values()].filter(
      ({ id, org, sameness, state, due }) =>
        id !== of.id &&
        org === of.org &&
        sameness === of.sameness &&
        LAUNCHED.some((each) => each === state) &&
        due !== undefined &&
        Math.abs(due - at) < withinMs,
    );
  }
  async waiting() {
    return [...this.#all.values()].filter(({ state }) => state === 'approved');
  }
  async spendAlone({ org, day, id, n, most }: Parameters<BroadcastsStore['spendAlone']>[0]) {
    const spent = this.#spent.get(`${org}:${day}`) ?? { n: 0, sent: new Set<string>() };
    if (spent.sent.has(id)) return true;
    if (spent.n + n > most) return false;
    this.#spent.set(`${org}:${day}`, { n: spent.n + n, sent: spent.sent.add(id) });
    return true;
  }
  async spentAlone(org: string, day: string) {
    return this.#spent.get(`${org}:${day}`)?.n ?? 0;
  }
  async dropDemo() {
    for (const [id, { demo }] of this.#all) if (demo) this.#all.delete(id);
  }
}
