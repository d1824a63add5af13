import type { mongo } from 'mongoose';
import { upsertAll } from './bulk-store.ts';
import { ENDINGS } from './collections.ts';

/** How a person's run of a survey ended. `_id` is the respondent key. */
export interface StoredEnding {
  _id: Buffer;
  survey: string;
  complete: boolean;
  day: string;
}

/**
 * Stores endings. Once complete stays complete (AAPOR counts the best outcome of a case), and the last day wins; both are
 * maxima, so the order and number of applications do not matter.
 */
export const keepBest = (db: mongo.Db, endings: readonly StoredEnding[]): Promise<void> =>
  upsertAll(
    db.collection<StoredEnding>(ENDINGS),
    endings.map(({ _id, survey, complete, day }) => ({
      updateOne: { filter: { _id }, update: { $set: { survey }, $max: { complete, day } }, upsert: true },
    })),
  );
