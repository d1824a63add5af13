import type { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { REVEALS } from '../collections.ts';

/** Counts what an account does in a day, atomically over all processes. */
export interface DailyCounts {
  /** Counts one more and says how many there are now. A repeated write counts once more: rather too strict. */
  count(what: 'reveal' | 'code', account: string, day: string): Promise<number>;
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
