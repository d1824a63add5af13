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

/** The last day on which anything happened in each of these flows, `YYYY-MM-DD`; read from the index alone. */
export const lastDaysOf = (db: mongo.Db, flows: readonly string[]): Promise<Map<string, string>> =>
  readWithin(async () => {
    const found = await Promise.all(
      flows.map(async (flow) => {
        const last = await db
          .collection<StoredCounts>(COUNTS)
          .findOne(
            { flow },
            { sort: { flow: -1, day: -1 }, projection: { _id: 0, day: 1 }, hint: 'by_flow' },
          );
        return last === null ? [] : [[flow, last.day] as const];
      }),
    );
    return new Map(found.flat());
  }, PATIENCE_MS);

/** Deletes what was counted on one channel, the sums first: what is begun anew counts anew. Safe to repeat. */
export async function forgetChannel(db: mongo.Db, channel: string): Promise<void> {
  await db.collection<StoredCounts>(COUNTS).deleteMany({ channel });
  await db.collection<Counted>(COUNTED).deleteMany({ channel });
}
