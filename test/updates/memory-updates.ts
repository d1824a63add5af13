import type { Update, UpdateNumber } from '../../src/capabilities/updates/model/update.ts';
import type { StoredUpdate, UpdatesStore, Written } from '../../src/capabilities/updates/updates-store.ts';

/** Items in memory, under the same guards as in the database. */
export class MemoryUpdates implements UpdatesStore {
  readonly #items = new Map<string, Update & { numbered?: true }>();

  async all(): Promise<Update[]> {
    return [...this.#items.values()];
  }

  async insert({ _id: id, ...rest }: Omit<StoredUpdate, 'rev'>): Promise<void> {
    this.#items.set(id, { ...rest, id, rev: 1 });
  }

  async find(org: string, id: string): Promise<Update | undefined> {
    const found = this.#items.get(id);
    return found?.org === org ? found : undefined;
  }

  write: UpdatesStore['write'] = async (guard, change, entry, also): Promise<Written> => {
    const writes = [...(also?.replaced === undefined ? [] : [also.replaced]), { guard, change, entry }];
    for (const each of writes) {
      const now = this.#items.get(each.guard.id);
      if (now?.rev !== each.guard.rev || now.state !== each.guard.state || now.hash !== each.guard.hash)
        return 'stale';
    }
    for (const each of writes) this.#apply(each);
    await also?.say?.(undefined as never);
    return 'written';
  };

  #apply({
    guard,
    change,
    entry,
  }: Pick<Parameters<UpdatesStore['write']>, never> & {
    guard: { id: string };
    change: Parameters<UpdatesStore['write']>[1];
    entry: Parameters<UpdatesStore['write']>[2];
  }): void {
    const before = this.#items.get(guard.id)!;
    const { author, verification, unnumbered, ...set } = change;
    const after = {
      ...{ ...before, ...set, history: [...before.history, entry], rev: before.rev + 1, changedAt: entry.at },
      ...(author !== undefined && { authors: [...new Set([...before.authors, author])] }),
      ...(set.number !== undefined && { numbered: true as const }),
      ...(verification && { verification }),
    };
    if (verification === null) delete after.verification;
    if (unnumbered === true) delete after.numbered;
    this.#items.set(guard.id, after);
  }

  async lastNumber(year: number): Promise<number> {
    return Math.max(
      0,
      ...[...this.#items.values()]
        .filter(({ number }) => number?.year === year)
        .map(({ number }) => number!.n),
    );
  }

  async numbers(): Promise<UpdateNumber[]> {
    return [...this.#items.values()].flatMap(({ number }) => (number === undefined ? [] : [number]));
  }

  async demoNumbers(): Promise<UpdateNumber[]> {
    return [...this.#items.values()].flatMap(({ number, demo }) => (number && demo ? [number] : []));
  }

  async list(): Promise<Update[]> {
    return this.all();
  }

  async count(): Promise<number> {
    return this.#items.size;
  }

  async corrections(former: Pick<Update, 'id'>): Promise<Update[]> {
    return (await this.all()).filter(({ corrects }) => corrects?.id === former.id);
  }

  async dropDemo(): Promise<void> {
    this.#items.clear();
  }
}
