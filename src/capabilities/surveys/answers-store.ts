import type { mongo } from 'mongoose';
import { untilDurable } from '../../store/durable.ts';
import type { StoredAnswer } from './answer.ts';
import { upsertAll } from './bulk-store.ts';
import { ANSWERS } from './collections.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Deletes answers that are older than what takes them back. Safe to repeat, and to come late. */
export async function withdraw(db: mongo.Db, withdrawals: readonly Withdrawal[]): Promise<void> {
  const older = withdrawals.map(({ _id, day, v }) => ({
    _id,
    $or: [{ day: { $lt: day } }, { day, v: { $lt: v } }],
  }));
  await untilDurable(() =>
    db
      .collection<StoredAnswer>(ANSWERS)
      .deleteMany({ $or: older }, { writeConcern: { w: 'majority', journal: true } }),
  );
}

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
