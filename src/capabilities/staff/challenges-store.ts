import { isDuplicateKey } from '../../store/durable.ts';
import type { SpentChallenges } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Challenges that were answered, by a keyed hash. Those given out and never answered leave nothing here. */
export const spentChallenges = ({ challenges }: StaffModels): SpentChallenges => ({
  // A repetition after a lost answer finds it spent and says no: the person touches their key again.
  spend: (key, until) =>
    reach(async () => {
      try {
        const first = { $setOnInsert: { until: new Date(until) } };
        return (await challenges.updateOne({ _id: key }, first, { upsert: true })).upsertedCount === 1;
      } catch (cause) {
        if (!isDuplicateKey(cause)) throw cause;
        return false;
      }
    }),
});
