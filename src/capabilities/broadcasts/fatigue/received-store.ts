import { mongo } from 'mongoose';
import type { Fingerprint } from '../../../conversation/ports.ts';
import { daysAfter } from '../../../domain/clock.ts';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { RECEIVED } from '../plan/collections.ts';

const PERSON_BYTES = 16;
const BROADCAST_BYTES = 8;
const A_WEEK_DAYS = 7;
/** Urgent ones count without limit; a week never needs more of them. */
const MOST_KEPT = 40;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** What one person was written to within a week: fingerprints and days. */
interface ReceivedDoc {
  _id: mongo.Binary;
  /** Of the last one. */
  day: string;
  got: { of: mongo.Binary; day: string }[];
}

/** Whose turn it is to receive something, by their ids in the audience. */
export interface Asked {
  members: readonly Buffer[];
  broadcast: string;
  day: string;
  /** Within seven days, this one included. */
  most: number;
}

/** How often each person was written to, over all campaigns (B8). */
export interface ReceivedStore {
  /**
   * Notes it for each; `true`: within the measure. Over it nothing stays noted, unless `anyway`. Asked again for the same
   * broadcast it answers the same; of two broadcasts at one moment each has its place in the order.
   */
  claim(asked: Asked, anyway: boolean): Promise<boolean[]>;
  erase(member: Buffer): Promise<number>;
}

export function receivedStore(db: mongo.Db, fingerprint: Fingerprint): ReceivedStore {
  const received = db.collection<ReceivedDoc>(RECEIVED, DURABLE);
  const keyOf = (member: Buffer): mongo.Binary =>
    new mongo.Binary(fingerprint('broadcast-received', member.toString('latin1')).subarray(0, PERSON_BYTES));
  return {
    async claim({ members, broadcast, day, most }, anyway) {
      if (members.length === 0) return [];
      const of = new mongo.Binary(fingerprint('broadcast', broadcast).subarray(0, BROADCAST_BYTES));
      const keys = members.map(keyOf);
      await note(received, keys, { of, day });
      const docs = await untilDurable(() => received.find({ _id: { $in: keys } }).toArray());
      const since = daysAfter(day, -A_WEEK_DAYS);
      const within = new Map(
        docs.map(({ _id, got }) => [
          _id.toString('hex'),
          got
            .filter((each) => each.day > since)
            .findIndex((each) => each.of.toString('hex') === of.toString('hex')) < most,
        ]),
      );
      const may = keys.map((key) => within.get(key.toString('hex')) ?? true);
      if (!anyway)
        await forget(
          received,
          keys.filter((_key, at) => may[at] === false),
          of,
        );
      return may;
    },
    erase: async (member) =>
      (await untilDurable(() => received.deleteOne({ _id: keyOf(member) }))).deletedCount,
  };
}

/** The order in which they were noted decides between two broadcasts. */
async function note(
  received: mongo.Collection<ReceivedDoc>,
  keys: readonly mongo.Binary[],
  entry: ReceivedDoc['got'][number],
): Promise<void> {
  const writes = keys.map((_id) => ({
    updateOne: {
      filter: { _id, 'got.of': { $ne: entry.of } },
      update: { $set: { day: entry.day }, $push: { got: { $each: [entry], $slice: -MOST_KEPT } } },
      upsert: true,
    },
  }));
  await untilDurable(async () => {
    try {
      await received.bulkWrite(writes, { ordered: false });
    } catch (cause) {
      // It is noted already.
      if (!isDuplicateKey(cause)) throw cause;
    }
  });
}

async function forget(
  received: mongo.Collection<ReceivedDoc>,
  keys: readonly mongo.Binary[],
  of: mongo.Binary,
): Promise<void> {
  if (keys.length === 0) return;
  await untilDurable(() => received.updateMany({ _id: { $in: [...keys] } }, { $pull: { got: { of } } }));
}
