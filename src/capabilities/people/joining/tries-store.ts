import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import type { Database } from './codes-store.ts';
import { TRIES } from './collections.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** Codes of any kind a talk may try in an hour: a thousand talks guess for three years to find one of a thousand codes of 37 bits. */
export const MAX_TRIES = 5;
const HOUR_MS = 3_600_000;

interface TriesDoc {
  _id: mongo.Binary;
  tries: { claim: mongo.Binary; at: number }[];
  /** When the newest is forgotten; milliseconds since 1970. */
  until: number;
}

export interface TriesStore {
  /** Counts a try; `false`: there were too many within the hour. The same claim is one try. */
  take(who: Buffer, claim: Buffer, now: number): Promise<boolean>;
  remove(who: Buffer): Promise<void>;
}

export function triesStore(db: Database): TriesStore {
  const tries = db.collection<TriesDoc>(TRIES);
  return {
    take: (who, claim, now) =>
      untilDurable(async () => {
        const doc = await counted(tries, new mongo.Binary(who), new mongo.Binary(claim), now);
        return doc?.tries.some((one) => Buffer.from(one.claim.value()).equals(claim)) === true;
      }),
    async remove(who) {
      await untilDurable(() => tries.deleteOne({ _id: new mongo.Binary(who) }, DURABLE));
    },
  };
}

/** One atomic update, evaluated by MongoDB on the document it locks; its answer tells whether this try was let in. */
async function counted(
  tries: mongo.Collection<TriesDoc>,
  _id: mongo.Binary,
  claim: mongo.Binary,
  now: number,
): Promise<TriesDoc | null> {
  const lately = {
    $filter: {
      input: { $ifNull: ['$tries', []] },
      as: 'one',
      cond: { $gt: ['$$one.at', now - HOUR_MS] },
    },
  };
  const full = { $gte: [{ $size: '$tries' }, MAX_TRIES] };
  const known = { $in: [claim, '$tries.claim'] };
  const next = { $concatArrays: ['$tries', [{ claim, at: { $literal: now } }]] };
  const update = [
    { $set: { tries: lately } },
    {
      $set: {
        tries: { $cond: [{ $or: [known, full] }, '$tries', next] },
        until: { $literal: now + HOUR_MS },
      },
    },
  ];
  for (let look = 1; ; look += 1)
    try {
      return await tries.findOneAndUpdate({ _id }, update, {
        upsert: true,
        returnDocument: 'after',
        ...DURABLE,
      });
    } catch (cause) {
      // Two first tries at once: the second look finds the document the other one made.
      if (!isDuplicateKey(cause) || look === 2) throw cause;
    }
}
