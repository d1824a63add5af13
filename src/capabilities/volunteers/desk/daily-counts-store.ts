import type { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { REVEALS } from '../collections.ts';

/** Codes are 37 bits, so fifty tries a day find none; nobody speaks with more parents than that. */
export const MAX_CODES = 50;

/** Counts what an account does in a day, atomically over all processes. */
export interface DailyCounts {
  /** Counts one more and says how many there are now. A repeated write counts once more: rather too strict. */
  count(what: 'code', account: string, day: string): Promise<number>;
}

export const dailyCounts = (db: mongo.Db): DailyCounts => ({
  async count(what, account, day) {
    const counts = db.collection<{ _id: string; day: string; n: number }>(REVEALS);
    const counted = await untilDurable(() =>
      counts.findOneAndUpdate(
        { _id: `${what}/${account}/${day}` },
        { $inc: { n: 1 }, $set: { day } },
        { upsert: true, returnDocument: 'after', writeConcern: { w: 'majority', journal: true } },
      ),
    );
    return counted?.n ?? 1;
  },
});
