import type { mongo } from 'mongoose';
import type { StoredAnswer } from './answer.ts';
import { upsertAll } from './bulk-store.ts';
import { ANSWERS } from './collections.ts';

/**
 * Stores a batch so that each question keeps the newest answer of each person, in whatever order and however often
 * batches come: the filter matches only an older document.
 */
export const keepNewest = (db: mongo.Db, answers: readonly StoredAnswer[]): Promise<void> =>
  upsertAll(
    db.collection<StoredAnswer>(ANSWERS),
    answers.map(({ _id, ...rest }) => ({
      replaceOne: {
        filter: { _id, $or: [{ day: { $lt: rest.day } }, { day: rest.day, v: { $lt: rest.v } }] },
        replacement: rest,
        upsert: true,
      },
    })),
  );
