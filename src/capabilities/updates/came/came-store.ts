import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import type { Arrival } from './came.ts';
import { CAME_COUNTS } from './collections.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A person waits in front of a page. */
const PATIENCE_MS = 3000;
/** Effects that are applied once more come within seconds, after a crash within minutes. */
const MARKS = 500;

export interface DayCount {
  /** `YYYY-MM-DD` */
  day: string;
  n: number;
}

export interface CameStore {
  /** Counts each once; may be repeated. */
  count(arrivals: readonly Arrival[]): Promise<void>;
  /** The newest days on which anybody came, at most so many. */
  days(item: string, limit: number): Promise<DayCount[]>;
  /** Forgets which effects were counted on days before this one. */
  forgetMarks(before: string): Promise<void>;
  /** All of one item, for a demonstration that goes. */
  dropOf(item: string): Promise<void>;
}

interface Doc {
  /** `ML-2026-0042 2026-11-23` */
  _id: string;
  item: string;
  day: string;
  n: number;
  marks?: mongo.Binary[];
  marked?: true;
}

export function cameStore(db: mongo.Db): CameStore {
  const counts = db.collection<Doc>(CAME_COUNTS);
  return {
    async count(arrivals) {
      for (const arrival of arrivals) await untilDurable(() => countOne(counts, arrival));
    },

    days: (item, limit) =>
      untilDurable(
        () =>
          counts
            .find({ item }, { sort: { day: -1 }, limit })
            .project<DayCount>({ _id: 0, day: 1, n: 1 })
            .toArray(),
        PATIENCE_MS,
      ),

    async forgetMarks(before) {
      const old = { marked: true, day: { $lt: before } } as const;
      await untilDurable(() => counts.updateMany(old, { $unset: { marks: '', marked: '' } }, DURABLE));
    },

    async dropOf(item) {
      await untilDurable(() => counts.deleteMany({ item }, DURABLE));
    },
  };
}

/** The filter matches where it is not counted yet; a duplicate key then means that it is. */
async function countOne(counts: mongo.Collection<Doc>, { item, day, mark }: Arrival): Promise<void> {
  const marked = new mongo.Binary(mark);
  // The second look meets a document another process has made in between.
  for (let look = 0; look < 2; look += 1) {
    try {
      await counts.updateOne(
        { _id: `${item} ${day}`, marks: { $ne: marked } },
        {
          $inc: { n: 1 },
          $push: { marks: { $each: [marked], $slice: -MARKS } },
          $set: { marked: true },
          $setOnInsert: { item, day },
        },
        { ...DURABLE, upsert: true },
      );
      return;
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
}
