import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../store/durable.ts';
import { ALONE, BROADCASTS } from './collections.ts';
import type { Broadcast, HistoryEntry } from './model/broadcast.ts';
import { LAUNCHED } from './model/states.ts';
import type { BroadcastsStore, Change, StoredBroadcast, Which } from './ports.ts';

export type { BroadcastsStore } from './ports.ts';

/** A person waits in front of a form; long enough for most elections of a primary. */
const PATIENCE_MS = 3000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** More than say the same within an hour, and more than wait for their moment in one house. */
const MOST_ALIKE = 20;
const MOST_WAITING = 1000;
/** Of all saved audiences together: a list says where they are used lately. */
const MOST_USES = 500;

/** What one person's word sent on one day; `sent` makes asking again harmless. */
interface Spent {
  _id: string;
  day: string;
  n: number;
  sent: string[];
}

export type Database = mongo.Db;

export function broadcastsStore(db: mongo.Db): BroadcastsStore {
  const broadcasts = db.collection<StoredBroadcast>(BROADCASTS);
  const spent = db.collection<Spent>(ALONE);
  const one = (filter: mongo.Filter<StoredBroadcast>): Promise<Broadcast | undefined> =>
    untilDurable(async () => {
      const found = await broadcasts.findOne(filter);
      return found === null ? undefined : read(found);
    }, PATIENCE_MS);
  const many = (filter: mongo.Filter<StoredBroadcast>, options: mongo.FindOptions): Promise<Broadcast[]> =>
    untilDurable(
      async () => (await broadcasts.find(filter, { ...options, projection: LISTED }).toArray()).map(read),
      PATIENCE_MS,
    );
  return {
    insert: (broadcast) =>
      untilDurable(async (again) => {
        try {
          await broadcasts.insertOne({ ...broadcast, rev: 1 }, DURABLE);
        } catch (cause) {
          // The id is random: that it is there means that the try whose answer was lost had worked.
          const mine = again || broadcast.series !== undefined;
          if (!(mine && isDuplicateKey(cause))) throw cause;
        }
      }, PATIENCE_MS),

    find: (id) => one({ _id: id }),
    findIn: (org, id) => one({ _id: id, org }),
    list: (of, { skip, limit }) => many(filterOf(of), { sort: { changedAt: -1, _id: 1 }, skip, limit }),
    count: (of) => untilDurable(() => broadcasts.countDocuments(filterOf(of)), PATIENCE_MS),

    madeFrom: (of, audiences) =>
      many({ ...filterOf(of), from: { $in: [...audiences] } }, { sort: { changedAt: -1 }, limit: MOST_USES }),

    write: ({ id, org, state, hash, rev }, change, entry) =>
      untilDurable(async (again) => {
        const update = updateOf(change, entry);
        const { matchedCount } = await broadcasts.updateOne(
          { _id: id, org, state, hash, rev },
          update,
          DURABLE,
        );
        if (matchedCount === 1 || !again) return matchedCount === 1;
        return (await broadcasts.countDocuments({ _id: id, 'history.token': entry.token })) > 0;
      }, PATIENCE_MS),

    move: (id, from, to, set = {}) =>
      untilDurable(async (again) => {
        const { matchedCount } = await broadcasts.updateOne(
          { _id: id, state: { $in: [...from] } },
          { $set: { ...set, state: to }, $inc: { rev: 1 } },
          DURABLE,
        );
        if (matchedCount === 1 || !again) return matchedCount === 1;
        return (await broadcasts.countDocuments({ _id: id, state: to })) > 0;
      }),

    alike: ({ id, org, sameness }, at, withinMs) =>
      many(
        {
          ...{ org, sameness, _id: { $ne: id }, state: { $in: [...LAUNCHED] } },
          due: { $gt: at - withinMs, $lt: at + withinMs },
        },
        { sort: { due: -1 }, limit: MOST_ALIKE },
      ),

    waiting: () => many({ state: 'approved' }, { sort: { due: 1 }, limit: MOST_WAITING }),

    spendAlone: ({ org, day, id, n, most }) =>
      untilDurable(async () => {
        const _id = `${org}:${day}`;
        if ((await spent.countDocuments({ _id, sent: id })) > 0) return true;
        if (n > most) return false;
        try {
          const taking = { _id, sent: { $ne: id }, n: { $lte: most - n } };
          const taken = { $inc: { n }, $push: { sent: id }, $setOnInsert: { day } };
          await spent.updateOne(taking, taken, { ...DURABLE, upsert: true });
          return true;
        } catch (cause) {
          // There is one already, and it has no room for so many, or this one is in it by now.
          if (!isDuplicateKey(cause)) throw cause;
          return (await spent.countDocuments({ _id, sent: id })) > 0;
        }
      }, PATIENCE_MS),

    spentAlone: (org, day) =>
      untilDurable(async () => (await spent.findOne({ _id: `${org}:${day}` }))?.n ?? 0, PATIENCE_MS),

    dropDemo: () =>
      untilDurable(async () => {
        await broadcasts.deleteMany({ demo: true }, DURABLE);
      }),
  };
}

/** A list leaves the history out. */
const LISTED = { history: 0 } as const;

/** Without regions one broadcast writes everywhere: no coordinator's. */
const filterOf = ({ org, states, regions }: Which): mongo.Filter<StoredBroadcast> => ({
  org,
  ...(states === undefined ? {} : { state: { $in: [...states] } }),
  ...(regions === undefined
    ? {}
    : {
        'scope.regions': { $exists: true },
        $expr: { $setIsSubset: [{ $ifNull: ['$scope.regions', ['']] }, [...regions]] },
      }),
});

function updateOf(
  { author, approval, every, why, from, ...set }: Change,
  entry: HistoryEntry,
): mongo.UpdateFilter<StoredBroadcast> {
  const taken = { approval, every, why, from };
  const given = Object.entries(taken).filter(([, value]) => value !== undefined && value !== null);
  const gone = Object.entries(taken).filter(([, value]) => value === null);
  return {
    $set: { ...set, ...Object.fromEntries(given), changedAt: entry.at } as Partial<StoredBroadcast>,
    ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map(([key]) => [key, ''])) }),
    ...(author === undefined ? {} : { $addToSet: { authors: author } }),
    $push: { history: entry },
    $inc: { rev: 1 },
  };
}

function read({
  _id,
  since,
  ...found
}: Omit<StoredBroadcast, 'history'> & { history?: StoredBroadcast['history'] }): Broadcast {
  return { ...found, id: _id, since, history: found.history ?? [] };
}
