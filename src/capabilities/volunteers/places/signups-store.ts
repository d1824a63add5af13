import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { SIGNUPS } from '../collections.ts';
import { bytes } from '../volunteer/volunteers-store.ts';
import type { StoredSignup } from './signup.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** What is kept of sign-ups besides their place. Tickets only grow, so a write that comes late changes nothing. */
export interface SignupsStore {
  find(id: Buffer): Promise<StoredSignup | null>;
  findMany(ids: readonly Buffer[]): Promise<Map<string, StoredSignup>>;
  /** Kept under its ticket, unless that ticket or a newer one was written before. */
  keep(signup: StoredSignup): Promise<void>;
  /** Its ticket is given back, for good: also when it was never kept. */
  release(signup: StoredSignup): Promise<void>;
  /** Whatever ticket is there: of two people who are one, one is kept. */
  replace(signup: StoredSignup): Promise<void>;
  releasedOf(event: string): Promise<number>;
  moveDay(event: string, day: string): Promise<void>;
  remove(id: Buffer): Promise<number>;
}

export function signupsStore(db: mongo.Db): SignupsStore {
  const signups = db.collection<StoredSignup>(SIGNUPS);
  const find = async (id: Buffer): Promise<StoredSignup | null> => {
    const doc = await untilDurable(() => signups.findOne({ _id: id }));
    return doc === null ? null : { ...doc, _id: bytes(doc._id), reach: bytes(doc.reach) };
  };
  const write = async ({ _id, ...signup }: StoredSignup, older: mongo.Document): Promise<void> => {
    try {
      await untilDurable(() =>
        signups.updateOne({ _id, ticket: older }, { $set: signup }, { upsert: true, ...DURABLE }),
      );
    } catch (cause) {
      // It is there with a newer ticket: this write is too late, and right to do nothing.
      if (!isDuplicateKey(cause)) throw cause;
    }
  };
  return {
    find,
    async findMany(ids) {
      const found = await Promise.all(ids.map(find));
      return new Map(found.flatMap((one) => (one === null ? [] : [[one._id.toString('hex'), one] as const])));
    },
    keep: (signup) => write(signup, { $lt: signup.ticket }),
    release: (signup) => write(signup, { $lte: signup.ticket }),
    async replace({ _id, ...signup }) {
      await untilDurable(() => signups.replaceOne({ _id }, signup, { upsert: true, ...DURABLE }));
    },
    releasedOf: (event) =>
      untilDurable(() => signups.countDocuments({ event: { $eq: event }, state: 'released' })),
    async moveDay(event, day) {
      await untilDurable(() => signups.updateMany({ event: { $eq: event } }, { $set: { day } }, DURABLE));
    },
    async remove(id) {
      const { deletedCount } = await untilDurable(() => signups.deleteOne({ _id: id }, DURABLE));
      return deletedCount;
    },
  };
}
