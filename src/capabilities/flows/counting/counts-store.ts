import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { COUNTED, COUNTS } from '../collections.ts';
import type { CountedTurn, StoredRow } from './effect.ts';

export type Database = mongo.Db;

/** Sums of one flow for one day, language and channel, as one process counted them. */
export interface StoredCounts {
  /** Names the writer too: processes never wait for each other. */
  _id: string;
  flow: string;
  day: string;
  lang: string;
  channel: string;
  begun?: number;
  steps?: Record<string, StoredStep>;
}

/** A number is left out where it is 0. */
export interface StoredStep {
  waiting?: number;
  dropped?: number;
  retried?: number;
  out?: Record<string, number>;
  /** Class of counting/time-classes.ts → how many. */
  time?: Record<string, number>;
}

export interface Counted {
  _id: mongo.Binary;
  day: string;
  channel: string;
}

/** Bytes of an effect's id that are kept: no two of 10^9 turns within the days they are kept meet by chance. */
const ID_BYTES = 12;

/**
 * Adds turns to the sums, each once however often and in whatever order it comes (COMMIT rule 9): which turns are in
 * the sums is written in the same transaction as the sums. A batch is one transaction of three commands.
 * @param writer names this process among those that count
 */
export const addOnce =
  (db: mongo.Db, writer: string) =>
  (turns: readonly CountedTurn[]): Promise<void> =>
    untilDurable(() =>
      db.client.withSession((session) =>
        session.withTransaction(
          async () => {
            const rows = (await firstTime(db, turns, session)).flatMap((turn) => turn.rows);
            if (rows.length === 0) return;
            await db
              .collection<StoredCounts>(COUNTS)
              .bulkWrite(additions(rows, writer), { session, ordered: false });
          },
          { readConcern: 'snapshot', writeConcern: new mongo.WriteConcern('majority', undefined, true) },
        ),
      ),
    );

/** Writes down that these turns are counted; gives those of which it was not known. */
async function firstTime(
  db: mongo.Db,
  turns: readonly CountedTurn[],
  session: mongo.ClientSession,
): Promise<CountedTurn[]> {
  const { upsertedIds } = await db.collection<Counted>(COUNTED).bulkWrite(
    turns.map(({ id, day, channel }) => ({
      updateOne: {
        filter: { _id: new mongo.Binary(id.subarray(0, ID_BYTES)) },
        update: { $setOnInsert: { day, channel } },
        upsert: true,
      },
    })),
    { session },
  );
  return turns.filter((_, nth) => Object.hasOwn(upsertedIds, nth));
}

/** One update for each flow, day, language and channel of a batch. */
function additions(rows: readonly StoredRow[], writer: string): mongo.AnyBulkWriteOperation<StoredCounts>[] {
  const sums = new Map<string, { of: Omit<StoredRow, 'counts'>; $inc: Record<string, number> }>();
  for (const { counts, ...of } of rows) {
    const _id = [of.flow, of.day, of.lang, of.channel, writer].join(' ');
    const sum = sums.get(_id) ?? { of, $inc: {} };
    sums.set(_id, sum);
    for (const [path, by] of Object.entries(counts)) sum.$inc[path] = (sum.$inc[path] ?? 0) + by;
  }
  return [...sums].map(([_id, { of, $inc }]) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: of, $inc }, upsert: true },
  }));
}
