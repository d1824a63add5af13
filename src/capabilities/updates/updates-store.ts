import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../store/durable.ts';
import { UPDATES } from './collections.ts';
import type { State } from './model/states.ts';
import type { HistoryEntry, Update, UpdateNumber } from './model/update.ts';

/** A person waits in front of a form; long enough for most elections of a primary. */
const PATIENCE_MS = 3000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** More than anybody writes beside each other; what is more waits for these. */
const MOST_CORRECTIONS = 20;
const TOGETHER = {
  readConcern: 'snapshot',
  writeConcern: new mongo.WriteConcern('majority', undefined, true),
} as const;

/** As it is stored. `numbered` is what the unique index of numbers selects by. */
export interface StoredUpdate extends Omit<Update, 'id'> {
  _id: string;
  numbered?: true;
  /** Day it was begun. */
  since: string;
}

/** What a guarded write expects to find. */
export type Guard = Pick<Update, 'id' | 'org' | 'state' | 'hash' | 'rev'>;
/** What it changes besides the history and the revision; `null` takes a field away. */
export type Change = Partial<
  Pick<
    Update,
    'state' | 'content' | 'hash' | 'publication' | 'withdrawal' | 'approved' | 'before' | 'correction'
  >
> & {
  verification?: Update['verification'] | null;
  author?: string;
  number?: UpdateNumber;
  /** Its number is another item's now; it keeps it to be named by. */
  unnumbered?: true;
};
/** What happens together with a write, or not at all. */
export interface Also {
  replaced?: { guard: Guard; change: Change; entry: HistoryEntry };
  /** May run more than once; only the last time counts. */
  say?: (session: mongo.ClientSession) => Promise<void>;
}
/** Which items are looked at. `staleBefore`: published ones whose day of review lies before this one. */
export interface Which {
  org: string;
  /** Organisations that share theirs: what is more than a draft. */
  others?: readonly string[];
  state?: State;
  staleBefore?: string;
  /** Those that have one of these. */
  numbers?: readonly UpdateNumber[];
}
export type Written = 'written' | 'stale' | 'number_taken';

export interface UpdatesStore {
  insert(update: Omit<StoredUpdate, 'rev'>): Promise<void>;
  /** Within one organisation only: another's item is not there. */
  find(org: string, id: string): Promise<Update | undefined>;
  /** One atomic write under the guard; a repetition after a lost answer knows its own token. */
  write(guard: Guard, change: Change, entry: HistoryEntry, also?: Also): Promise<Written>;
  /** The last number given in a year to an item that is no example; 0 for none. */
  lastNumber(year: number): Promise<number>;
  list(of: Which, window: { skip: number; limit: number }): Promise<Update[]>;
  count(of: Which): Promise<number>;
  /** Corrections of an item that are not published yet. */
  corrections(former: Pick<Update, 'id' | 'org'>): Promise<Update[]>;
  /** Every number that was ever given. */
  numbers(): Promise<UpdateNumber[]>;
  /** Those of the demonstration. */
  demoNumbers(): Promise<UpdateNumber[]>;
  /** Takes the demonstration away. */
  dropDemo(): Promise<void>;
}

export function updatesStore(db: mongo.Db): UpdatesStore {
  const updates = db.collection<StoredUpdate>(UPDATES);
  const numbersOf = async (of: mongo.Filter<StoredUpdate>): Promise<UpdateNumber[]> => {
    const found = updates.aggregate<{ _id: UpdateNumber }>([
      { $match: { ...of, number: { $exists: true } } },
      { $group: { _id: '$number' } },
    ]);
    return (await found.toArray()).map(({ _id }) => _id);
  };
  return {
    insert: (update) =>
      untilDurable(async (again) => {
        try {
          await updates.insertOne({ ...update, rev: 1 }, DURABLE);
        } catch (cause) {
          // The id is random: that it is there means that the try whose answer was lost had worked.
          if (!(again && isDuplicateKey(cause))) throw cause;
        }
      }, PATIENCE_MS),

    find: (org, id) =>
      untilDurable(async () => {
        const found = await updates.findOne({ _id: id, org });
        return found === null ? undefined : read(found);
      }, PATIENCE_MS),

    write: (guard, change, entry, also) =>
      untilDurable(async (again) => {
        try {
          const written =
            also === undefined
              ? await writeOne(updates, { guard, change, entry }, DURABLE)
              : await writeTogether(db, { guard, change, entry }, also);
          if (written) return 'written';
        } catch (cause) {
          if (isDuplicateKey(cause)) return 'number_taken';
          throw cause;
        }
        const mine = { _id: guard.id, 'history.token': entry.token };
        return again && (await updates.countDocuments(mine)) > 0 ? 'written' : 'stale';
      }, PATIENCE_MS),

    lastNumber: (year) =>
      untilDurable(async () => {
        const last = await updates.findOne(
          { numbered: true, 'number.year': year, demo: false },
          { sort: { 'number.year': -1, 'number.n': -1 }, projection: { number: 1 } },
        );
        return last?.number?.n ?? 0;
      }, PATIENCE_MS),

    list: (of, { skip, limit }) =>
      untilDurable(async () => {
        const found = await updates
          .find(filterOf(of), { sort: { changedAt: -1, _id: 1 }, skip, limit, projection: { history: 0 } })
          .toArray();
        return found.map(read);
      }, PATIENCE_MS),

    dropDemo: () =>
      untilDurable(async () => {
        await updates.deleteMany({ demo: true }, DURABLE);
      }),

    count: (of) => untilDurable(() => updates.countDocuments(filterOf(of)), PATIENCE_MS),

    corrections: ({ id, org }) =>
      untilDurable(async () => {
        const open = { org, 'corrects.id': id, state: { $in: ['draft', 'submitted', 'verified'] as const } };
        const found = await updates
          .find(open, { sort: { changedAt: -1 }, limit: MOST_CORRECTIONS, projection: { history: 0 } })
          .toArray();
        return found.map(read);
      }, PATIENCE_MS),

    numbers: () => untilDurable(() => numbersOf({})),
    demoNumbers: () => untilDurable(() => numbersOf({ demo: true })),
  };
}

interface Write {
  guard: Guard;
  change: Change;
  entry: HistoryEntry;
}

async function writeOne(
  updates: mongo.Collection<StoredUpdate>,
  { guard: { id, org, state, hash, rev }, change, entry }: Write,
  options: mongo.UpdateOptions,
): Promise<boolean> {
  const filter = { _id: id, org, state, hash, rev };
  return (await updates.updateOne(filter, updateOf(change, entry), options)).matchedCount === 1;
}

/** All of it or nothing: the former version first, for a number is free only then. */
const writeTogether = (db: mongo.Db, write: Write, { replaced, say }: Also): Promise<boolean> =>
  db.client.withSession((session) =>
    session.withTransaction(async () => {
      const updates = db.collection<StoredUpdate>(UPDATES);
      for (const each of replaced === undefined ? [write] : [replaced, write]) {
        if (await writeOne(updates, each, { session })) continue;
        await session.abortTransaction();
        return false;
      }
      await say?.(session);
      return true;
    }, TOGETHER),
  );

function filterOf({ org, others = [], state, staleBefore, numbers }: Which): mongo.Filter<StoredUpdate> {
  const theirs = { org: { $in: [...others] }, state: { $ne: 'draft' as const } };
  const named =
    numbers === undefined
      ? {}
      : {
          numbered: true as const,
          $or: numbers.map(({ year, n }) => ({ 'number.year': year, 'number.n': n })),
        };
  const whose = others.length === 0 ? { org, ...named } : { $and: [{ $or: [{ org }, theirs] }, named] };
  return staleBefore === undefined
    ? { ...whose, ...(state === undefined ? {} : { state }) }
    : { ...whose, state: 'published', 'content.reviewBy': { $lt: staleBefore } };
}

function updateOf(
  { author, verification, unnumbered, ...set }: Change,
  entry: HistoryEntry,
): mongo.UpdateFilter<StoredUpdate> {
  const numbered = set.number === undefined ? {} : { numbered: true as const };
  const judged = verification === undefined || verification === null ? {} : { verification };
  const $unset = {
    ...(verification === null ? { verification: '' as const } : {}),
    ...(unnumbered === true ? { numbered: '' as const } : {}),
  };
  return {
    $set: { ...set, ...numbered, ...judged, changedAt: entry.at } as Partial<StoredUpdate>,
    ...(Object.keys($unset).length === 0 ? {} : { $unset }),
    ...(author === undefined ? {} : { $addToSet: { authors: author } }),
    $push: { history: entry },
    $inc: { rev: 1 },
  };
}

/** A list leaves the history out. */
export function read(found: Omit<StoredUpdate, 'history'> & { history?: StoredUpdate['history'] }): Update {
  const { _id: id, ...rest } = found;
  return { ...rest, id, history: rest.history ?? [] };
}
