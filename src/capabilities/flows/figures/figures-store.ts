import type { mongo } from 'mongoose';
import { readWithin } from '../../../store/durable.ts';
import { COUNTED, COUNTS } from '../collections.ts';
import type { Counted, StoredCounts } from '../counting/counts-store.ts';

/** A page waits no longer than this. */
const PATIENCE_MS = 5_000;

/** What was counted of flows from a day on; a flow has one document a day, language, channel and process. */
export const countsSince = (db: mongo.Db, flows: readonly string[], day: string): Promise<StoredCounts[]> =>
  readWithin(
    () =>
      db
        .collection<StoredCounts>(COUNTS)
        .find({ flow: { $in: [...flows] }, day: { $gte: day } })
        .toArray(),
    PATIENCE_MS,
  );

/** Deletes what was counted on one channel, the sums first: what is begun anew counts anew. Safe to repeat. */
export async function forgetChannel(db: mongo.Db, channel: string): Promise<void> {
  await db.collection<StoredCounts>(COUNTS).deleteMany({ channel });
  await db.collection<Counted>(COUNTED).deleteMany({ channel });
}
