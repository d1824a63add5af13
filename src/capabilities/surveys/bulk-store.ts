import { mongo } from 'mongoose';
import { untilDurable } from '../../store/durable.ts';

/**
 * Attempts per batch. An upsert whose filter finds nothing inserts; a duplicate key then has two causes: the stored
 * document is newer or the same (nothing to do), or another process inserted an older one in between. So those
 * operations are tried once more: now a document is there, and the filter has the last word.
 */
const LOOKS = 2;
const DUPLICATE_KEY = 11000;

/**
 * Writes upserts in one unordered bulk on the native collection, majority and journaled, hiding an outage of the
 * database. A duplicate key on the second look is success.
 */
export async function upsertAll<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  operations: readonly mongo.AnyBulkWriteOperation<Doc>[],
): Promise<void> {
  let waiting = operations;
  for (let look = 0; look < LOOKS && waiting.length > 0; look += 1) {
    const current = waiting;
    const collided = await untilDurable(() => write(collection, current));
    waiting = collided.flatMap((index) => current[index] ?? []);
  }
}

/** Indexes of the operations that met a duplicate key; throws for everything else. */
async function write<Doc extends mongo.Document>(
  collection: mongo.Collection<Doc>,
  operations: readonly mongo.AnyBulkWriteOperation<Doc>[],
): Promise<number[]> {
  try {
    await collection.bulkWrite(operations, {
      ordered: false,
      writeConcern: { w: 'majority', journal: true },
    });
    return [];
  } catch (cause) {
    if (!(cause instanceof mongo.MongoBulkWriteError)) throw cause;
    const failed = [cause.writeErrors].flat();
    const durable = cause.result.getWriteConcernError() === undefined;
    if (!durable || failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE_KEY)) throw cause;
    return failed.map(({ index }) => index);
  }
}
