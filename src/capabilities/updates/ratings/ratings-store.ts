import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { RATINGS } from './collections.ts';
import type { Rating } from './rating.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A person waits in front of a page. */
const PATIENCE_MS = 3000;

/** How many of one language and region found an item useful, or not. */
export interface Tally {
  useful: boolean;
  lang: string;
  region: string | null;
  n: number;
}

export interface RatingsStore {
  /** Keeps the newest of each; may be repeated, and come late. */
  keep(ratings: readonly Rating[]): Promise<void>;
  find(id: Buffer): Promise<Rating | null>;
  /** Takes away what was read there, unless it has changed meanwhile. */
  remove(rating: Rating): Promise<void>;
  /** Numbers of the items that have any. */
  items(): Promise<string[]>;
  tallies(item: string): Promise<Tally[]>;
  erase(ids: readonly Buffer[]): Promise<number>;
  /** All of one item, for a demonstration that goes. */
  dropOf(item: string): Promise<void>;
}

type Doc = Omit<Rating, 'id'> & { _id: mongo.Binary };

export function ratingsStore(db: mongo.Db): RatingsStore {
  const ratings = db.collection<Doc>(RATINGS);
  return {
    async keep(all) {
      for (const each of all) await untilDurable(() => keepOne(ratings, each));
    },

    find: (id) =>
      untilDurable(async () => {
        const unnamed = { projection: { _id: 0 } };
        const found = await ratings.findOne<Omit<Doc, '_id'>>({ _id: new mongo.Binary(id) }, unnamed);
        return found === null ? null : { ...found, id };
      }),

    async remove({ id, day, v }) {
      await untilDurable(() => ratings.deleteOne({ _id: new mongo.Binary(id), day, v }, DURABLE));
    },

    items: () => untilDurable(() => ratings.distinct('item'), PATIENCE_MS),

    tallies: (item) =>
      untilDurable(
        () =>
          ratings
            .aggregate<Tally>([
              { $match: { item } },
              {
                $group: { _id: { useful: '$useful', lang: '$lang', region: '$region' }, n: { $sum: 1 } },
              },
              { $project: { _id: 0, useful: '$_id.useful', lang: '$_id.lang', region: '$_id.region', n: 1 } },
            ])
            .toArray(),
        PATIENCE_MS,
      ),

    // One equality each: `$in` on the key of a clustered collection scans all of it (MongoDB 6.0).
    erase: (ids) =>
      untilDurable(async () => {
        if (ids.length === 0) return 0;
        const each = ids.map((id) => ({ deleteOne: { filter: { _id: new mongo.Binary(id) } } }));
        return (await ratings.bulkWrite(each, { ordered: false, ...DURABLE })).deletedCount;
      }),

    async dropOf(item) {
      await untilDurable(() => ratings.deleteMany({ item }, DURABLE));
    },
  };
}

/** The filter matches only what is older; a duplicate key then means that a newer one is there already. */
async function keepOne(ratings: mongo.Collection<Doc>, { id, ...rating }: Rating): Promise<void> {
  const { day, v } = rating;
  const older = { $or: [{ day: { $lt: day } }, { day, v: { $lt: v } }] };
  // The second look meets a document another process has made in between.
  for (let look = 0; look < 2; look += 1) {
    try {
      await ratings.updateOne(
        { _id: new mongo.Binary(id), ...older },
        { $set: rating },
        { ...DURABLE, upsert: true },
      );
      return;
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
}
