import { trusted } from 'mongoose';
import type { SignInFailures } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Failures older than this no longer slow anybody down. */
const RECENT_MS = 60 * 60 * 1000;

/** Counts of attempts to sign in, by a keyed hash of the address typed, whether or not it has an account. */
export function signInFailures({ failures }: StaffModels): SignInFailures {
  return {
    count: (key, now) =>
      reach(async () => {
        await failures.deleteOne({ _id: key, last: trusted({ $lt: new Date(now - RECENT_MS) }) });
        const counted = await failures
          .findOneAndUpdate(
            { _id: key },
            { $inc: { count: 1 }, $set: { last: new Date(now) } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean();
        return counted.count;
      }),

    clear: (key) =>
      reach(async () => {
        await failures.deleteOne({ _id: key });
      }),
  };
}
