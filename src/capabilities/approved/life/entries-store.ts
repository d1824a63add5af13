import type { mongo } from 'mongoose';
import type { CollectionRule } from '../../../store/collections.ts';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import type { Entry, State } from './entry.ts';

export type Database = mongo.Db;

/** A person waits in front of a form; long enough for most elections of a primary. */
const PATIENCE_MS = 3000;
/** A talk waits: its door has 3 s for everything. */
const TALK_PATIENCE_MS = 2000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** More than a campaign keeps, and what one process holds in memory. */
const MOST_LIVE = 3000;

type Stored = Omit<Entry, 'id'> & {
  _id: string;
  /** Day it was last changed. */
  day: string;
  /** What citizens read is found by it. */
  said?: true;
};

export interface Which {
  org: string;
  state?: State | undefined;
  /** Live ones whose day of review lies before this one. */
  staleBefore?: string | undefined;
}

export interface EntriesStore {
  insert(entry: Entry, day: string): Promise<void>;
  /** Within one organisation only: another's entry is not there. */
  find(org: string, id: string): Promise<Entry | undefined>;
  /** One atomic write over exactly this revision; a repetition after a lost answer knows its own token. */
  write(before: Entry, next: Entry, day: string): Promise<boolean>;
  /** The last changed first. */
  list(of: Which, window: { skip: number; limit: number }): Promise<Entry[]>;
  count(of: Which): Promise<number>;
  /** What citizens may read, of every organisation, and entries whose withdrawal they should notice. */
  said(): Promise<Entry[]>;
  /** Changes with every change of what citizens read; cheap. */
  stamp(): Promise<string>;
  /** Takes the demonstration away. */
  dropDemo(): Promise<void>;
}

/** How long such entries stay after their last change. */
export const entriesRule = (name: string, days: number, reason: string): CollectionRule => ({
  name,
  indexes: [
    { name: 'by_change', key: { org: 1, changedAt: -1, _id: 1 } },
    { name: 'by_state', key: { org: 1, state: 1, changedAt: -1, _id: 1 } },
    // Holds all the stamp is made of: no entry is read for it.
    { name: 'stamp', key: { said: 1, rev: 1, demo: 1, _id: 1 }, where: { said: true } },
  ],
  retention: { kind: 'days', days, since: 'day', reason },
});

/** Entries that two people bring out, in MongoDB. */
export function entriesStore(db: Database, name: string): EntriesStore {
  const entries = db.collection<Stored>(name);
  return {
    insert: (entry, day) =>
      untilDurable(async (again) => {
        try {
          await entries.insertOne(stored(entry, day), DURABLE);
        } catch (cause) {
          // The id is random: that it is there means that the try whose answer was lost had worked.
          if (!(again && isDuplicateKey(cause))) throw cause;
        }
      }, PATIENCE_MS),

    find: (org, id) =>
      untilDurable(async () => {
        const found = await entries.findOne({ _id: id, org });
        return found === null ? undefined : read(found);
      }, PATIENCE_MS),

    write: (before, next, day) =>
      untilDurable(async (again) => {
        const { id, org, rev } = before;
        const { _id, ...fields } = stored(next, day);
        const { matchedCount } = await entries.replaceOne({ _id: id, org, rev }, { ...fields }, DURABLE);
        if (matchedCount === 1) return true;
        const token = next.history.at(-1)?.token ?? '';
        return again && (await entries.countDocuments({ _id, 'history.token': token })) > 0;
      }, PATIENCE_MS),

    list: (of, { skip, limit }) =>
      untilDurable(async () => {
        const sort = { changedAt: -1, _id: 1 } as const;
        return (await entries.find(filterOf(of), { sort, skip, limit }).toArray()).map(read);
      }, PATIENCE_MS),

    count: (of) => untilDurable(() => entries.countDocuments(filterOf(of)), PATIENCE_MS),

    said: () =>
      untilDurable(async () => {
        const projection = { history: 0 } as const;
        const found = await entries.find({ said: true }, { projection, limit: MOST_LIVE }).toArray();
        return found.map((one) => read({ ...one, history: [] }));
      }, TALK_PATIENCE_MS),

    stamp: () =>
      untilDurable(async () => {
        const [sums] = await entries
          .aggregate<{ n: number; revs: number; demo: string }>([
            { $match: { said: true } },
            {
              $group: {
                ...{ _id: null, n: { $sum: 1 }, revs: { $sum: '$rev' } },
                // A demonstration that is loaded anew on the same day differs in nothing but its ids.
                demo: { $max: { $cond: ['$demo', '$_id', ''] } },
              },
            },
          ])
          .toArray();
        return sums === undefined ? '0' : [sums.n, sums.revs, sums.demo].join('/');
      }, TALK_PATIENCE_MS),

    dropDemo: () =>
      untilDurable(async () => {
        await entries.deleteMany({ demo: true }, DURABLE);
      }),
  };
}

const stored = ({ id, live, ...entry }: Entry, day: string): Stored => ({
  ...entry,
  ...{ _id: id, day },
  ...(live === undefined ? {} : { live }),
  ...(entry.version > 0 ? { said: true as const } : {}),
});

const read = ({ _id, ...entry }: Stored): Entry => ({ ...entry, id: _id });

const filterOf = ({ org, state, staleBefore }: Which): mongo.Filter<Stored> => ({
  org,
  ...(state === undefined ? {} : { state }),
  ...(staleBefore === undefined ? {} : { 'live.content.revoir': { $lt: staleBefore, $gt: '' } }),
});
