import { mongo } from 'mongoose';
import { binaryOf, textOf } from '../../../store/conversations/shapes.ts';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
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

/** Turns of one day and channel that were counted together: a document for each would cost as much as the sums. */
export interface Counted {
  /** The first of them. */
  _id: mongo.Binary;
  /** All of them; absent where one turn was written alone, as it was before. */
  turns?: mongo.Binary[];
  day: string;
  channel: string;
}

/** Bytes of an effect's id that are kept: no two of 10^9 turns within the days they are kept meet by chance. */
const ID_BYTES = 12;

/** Two processes may count one turn at the same moment: whoever loses looks once more. */
const MOST_TRIES = 5;

/**
 * Adds turns to the sums, each once however often and in whatever order it comes (COMMIT rule 9): which turns are in
 * the sums is written in the same transaction as the sums. A batch is one transaction of four commands.
 * @param writer names this process among those that count
 */
export const addOnce =
  (db: mongo.Db, writer: string) =>
  async (turns: readonly CountedTurn[]): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await untilDurable(() => addTogether(db, writer, turns));
        return;
      } catch (cause) {
        if (!isDuplicateKey(cause) || tries === MOST_TRIES) throw cause;
      }
    }
  };

const addTogether = (db: mongo.Db, writer: string, turns: readonly CountedTurn[]): Promise<void> =>
  db.client.withSession((session) =>
    session.withTransaction(
      async () => {
        const fresh = await notCounted(db, turns, session);
        if (fresh.size === 0) return;
        await db.collection<Counted>(COUNTED).insertMany(together(fresh), { session });
        const rows = [...fresh.values()].flatMap((turn) => turn.rows);
        await db
          .collection<StoredCounts>(COUNTS)
          .bulkWrite(additions(rows, writer), { session, ordered: false });
      },
      { readConcern: 'snapshot', writeConcern: new mongo.WriteConcern('majority', undefined, true) },
    ),
  );

/** Those of which it is not known that they are in the sums, once each, by id. */
async function notCounted(
  db: mongo.Db,
  turns: readonly CountedTurn[],
  session: mongo.ClientSession,
): Promise<Map<string, CountedTurn>> {
  const byId = new Map(turns.map((turn) => [idOf(turn), turn]));
  const asked = { $in: [...byId.keys()].map(binaryOf) };
  const known = await db
    .collection<Counted>(COUNTED)
    .find({ $or: [{ _id: asked }, { turns: asked }] }, { session, projection: { turns: 1 } })
    .toArray();
  for (const { _id, turns: others = [] } of known) for (const id of [_id, ...others]) byId.delete(textOf(id));
  return byId;
}

/** A document a day and channel. */
function together(fresh: ReadonlyMap<string, CountedTurn>): Counted[] {
  const docs = new Map<string, Required<Counted>>();
  for (const [id, { day, channel }] of fresh) {
    const doc = docs.get(`${day} ${channel}`) ?? { _id: binaryOf(id), turns: [], day, channel };
    docs.set(`${day} ${channel}`, doc);
    doc.turns.push(binaryOf(id));
  }
  return [...docs.values()];
}

const idOf = ({ id }: CountedTurn): string => id.subarray(0, ID_BYTES).toString('base64url');

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
