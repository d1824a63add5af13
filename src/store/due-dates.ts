import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Chance } from '../domain/clock.ts';
import { Fault } from '../domain/faults.ts';
import type { ComingDue, Due, DueChange, DueDates, DueQueue, HeldDue } from '../schedule/due-dates.ts';
import {
  DUE_DATES,
  type DueDoc,
  type DueSeals,
  keyOf,
  markOf,
  openDue,
  sealParams,
} from './due-dates-shapes.ts';
import { DUPLICATE_KEY, isOutage, untilDurable } from './durable.ts';

export { DUE_COLLECTIONS } from './due-dates-shapes.ts';

const HOLDER_BYTES = 12;
/** No lease and no pause is as long: what ends later was written while a clock was wrong, and holds nobody up. */
const BELIEVED_MS = 86_400_000;
const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

type Write = mongo.AnyBulkWriteOperation<DueDoc>;

/** As the runner holds it: whoever settles it must still be its holder, and its mark the one that was run. */
export interface StoredHeldDue extends HeldDue {
  readonly key: mongo.Binary;
  readonly holder: string;
  readonly mark: mongo.Binary;
}

/** One that has been given up, for the operator: what it is about stays sealed. */
export interface GivenUpDue {
  kind: string;
  at: number;
  attempts: number;
  code: string;
  gaveUpAt: number;
}

/** Due-dates in MongoDB, one document each. Every write is atomic on that document and may be repeated. */
export class DueDateStore implements DueDates, DueQueue<StoredHeldDue> {
  readonly #dues: mongo.Collection<DueDoc>;
  readonly #seals: DueSeals;
  readonly #chance: Chance;

  constructor(connection: Connection, seals: DueSeals, chance: Chance) {
    this.#dues = connection.collection(DUE_DATES) as unknown as mongo.Collection<DueDoc>;
    this.#seals = seals;
    this.#chance = chance;
  }

  set(due: Due): Promise<void> {
    return this.change([{ set: due }]);
  }

  cancel(kind: string, id: string, order?: number): Promise<void> {
    return this.change([{ cancel: { kind, id, ...(order !== undefined && { order }) } }]);
  }

  async change(changes: readonly DueChange[]): Promise<void> {
    const writes = changes.map((each) => ('set' in each ? this.#setting(each.set) : this.#cancelling(each)));
    if (writes.length > 0) await untilDurable(() => this.#write(writes));
  }

  async take(what: {
    kinds: readonly string[];
    now: number;
    leaseMs: number;
    limit: number;
    only?: string;
  }): Promise<{ held: StoredHeldDue[]; more: boolean }> {
    const { now, leaseMs, limit, only } = what;
    const holder = this.#chance.token(HOLDER_BYTES);
    const due = {
      ...free({ ...what, until: now }),
      ...(only !== undefined && { _id: new mongo.Binary(Buffer.from(only, 'hex')) }),
    };
    const found = await untilDurable(() =>
      this.#dues
        .find(due, { projection: { _id: 1 } })
        .sort({ at: 1 })
        .limit(limit)
        .toArray(),
    );
    if (found.length === 0) return { held: [], more: false };
    const _id = { $in: found.map((doc) => doc._id) };
    await untilDurable(() =>
      this.#dues.updateMany(
        { ...due, _id },
        { $set: { free: now + leaseMs, holder }, $inc: { attempts: 1 } },
        DURABLE,
      ),
    );
    const docs = await untilDurable(() => this.#dues.find({ _id, holder }).sort({ at: 1 }).toArray());
    return { held: docs.map((doc) => this.#held(doc, holder)), more: found.length === limit };
  }

  async coming(what: {
    kinds: readonly string[];
    now: number;
    until: number;
    limit: number;
  }): Promise<readonly ComingDue[]> {
    const found = await untilDurable(() =>
      this.#dues
        .find(free(what), { projection: { at: 1 } })
        .sort({ at: 1 })
        .limit(what.limit)
        .toArray(),
    );
    return found.map(({ _id, at }) => ({ name: _id.toString('hex'), at }));
  }

  async renew({ key, holder }: StoredHeldDue, until: number): Promise<void> {
    await untilDurable(() => this.#dues.updateOne({ _id: key, holder }, { $set: { free: until } }));
  }

  async done(held: StoredHeldDue): Promise<void> {
    const { deletedCount } = await untilDurable(() => this.#dues.deleteOne(unchanged(held), DURABLE));
    if (deletedCount === 0) await this.#letGo(held);
  }

  async move(held: StoredHeldDue, at: number): Promise<void> {
    const { params } = held.open();
    const mark = markOf(this.#seals, at, params);
    await this.#settle(held, {
      $set: { at, mark, free: 0, attempts: 0 },
      $unset: { holder: '', code: '' },
    });
  }

  async failed(
    held: StoredHeldDue,
    { code, at, counts }: { code: string; at: number; counts: boolean },
  ): Promise<void> {
    const attempts = held.attempts - (counts ? 0 : 1);
    await this.#settle(held, { $set: { free: at, code, attempts }, $unset: { holder: '' } });
  }

  async giveUp(held: StoredHeldDue, { code, now }: { code: string; now: number }): Promise<void> {
    await this.#settle(held, { $set: { code, gaveUpAt: now }, $unset: { holder: '', open: '' } });
  }

  /** The latest that were given up. Setting one to another time revives it. */
  async givenUp(limit: number): Promise<GivenUpDue[]> {
    const docs = await untilDurable(() =>
      this.#dues
        .find({ gaveUpAt: { $exists: true } })
        .sort({ gaveUpAt: -1 })
        .limit(limit)
        .toArray(),
    );
    return docs.map(({ kind, at, attempts, code = '?', gaveUpAt = 0 }) => ({
      kind,
      at,
      attempts,
      code,
      gaveUpAt,
    }));
  }

  #setting(due: Due): Write {
    if (!Number.isFinite(due.at)) throw new Fault('bug', 'bad_due_date', 'A due-date has no time.');
    const key = keyOf(this.#seals, due.kind, due.id);
    const mark = markOf(this.#seals, due.at, due.params);
    const update = moving(due, mark, sealParams(this.#seals, key, due));
    return { updateOne: { filter: { _id: key, ...notNewer(due.order) }, update, upsert: true } };
  }

  #cancelling({ cancel: { kind, id, order } }: Extract<DueChange, { cancel: unknown }>): Write {
    return { deleteOne: { filter: { _id: keyOf(this.#seals, kind, id), ...notNewer(order) } } };
  }

  /**
   * Two processes may both find nothing and insert: then it is there, and the second look has the last word. Where that
   * finds one again that the filter passes over, a newer one holds.
   */
  async #write(writes: readonly Write[]): Promise<void> {
    const met = await this.#once(writes);
    if (met.length > 0) await this.#once(met);
  }

  /** @returns those that met one that was there already */
  async #once(writes: readonly Write[]): Promise<Write[]> {
    try {
      await this.#dues.bulkWrite(writes, { ordered: false, ...DURABLE });
      return [];
    } catch (cause) {
      const errors = cause instanceof mongo.MongoBulkWriteError ? [cause.writeErrors].flat() : [];
      if (errors.length === 0 || isOutage(cause) || errors.some(({ code }) => code !== DUPLICATE_KEY))
        throw cause;
      return errors.flatMap(({ index }) => writes[index] ?? []);
    }
  }

  async #settle(held: StoredHeldDue, update: mongo.UpdateFilter<DueDoc>): Promise<void> {
    const { matchedCount } = await untilDurable(() => this.#dues.updateOne(unchanged(held), update, DURABLE));
    if (matchedCount === 0) await this.#letGo(held);
  }

  /** Somebody moved it meanwhile: it is run at its new time. */
  async #letGo({ key, holder }: StoredHeldDue): Promise<void> {
    await untilDurable(() =>
      this.#dues.updateOne({ _id: key, holder }, { $set: { free: 0 }, $unset: { holder: '' } }, DURABLE),
    );
  }

  #held(doc: DueDoc, holder: string): StoredHeldDue {
    const { _id: key, kind, attempts, mark } = doc;
    return { key, kind, attempts, mark, holder, open: () => openDue(this.#seals, doc) };
  }
}

/** Due at `until`, and held by nobody now. */
const free = ({ kinds, now, until }: { kinds: readonly string[]; now: number; until: number }) =>
  ({
    open: true,
    at: { $lte: until },
    kind: { $in: [...kinds] },
    $or: [{ free: { $lte: now } }, { free: { $gt: now + BELIEVED_MS } }],
  }) satisfies mongo.Filter<DueDoc>;

const unchanged = ({ key, holder, mark }: StoredHeldDue): mongo.Filter<DueDoc> => ({
  _id: key,
  holder,
  mark,
});

/** What an order may touch: one of its own or an earlier order, or of none. */
const notNewer = (order: number | undefined): mongo.Filter<DueDoc> =>
  order === undefined ? {} : { $or: [{ order: { $exists: false } }, { order: { $lte: order } }] };

/**
 * One atomic update that inserts, moves or leaves be. Moved while it is run, it stays held until that run has ended, so
 * that two runs of it never overlap.
 */
function moving({ kind, at, order }: Due, mark: mongo.Binary, params: mongo.Binary): mongo.Document[] {
  const unlessSame = (kept: string, fresh: unknown) => ({
    $cond: [{ $eq: ['$mark', mark] }, kept, fresh],
  });
  const held = { $ne: [{ $type: '$holder' }, 'missing'] };
  return [
    {
      $set: {
        kind: { $literal: kind },
        at,
        mark,
        params,
        ...(order !== undefined && { order }),
        open: unlessSame('$open', true),
        free: unlessSame('$free', { $cond: [held, '$free', 0] }),
        attempts: unlessSame('$attempts', 0),
        code: unlessSame('$code', '$$REMOVE'),
        gaveUpAt: unlessSame('$gaveUpAt', '$$REMOVE'),
      },
    },
  ];
}
