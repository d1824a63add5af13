import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { CANNED } from '../collections.ts';
import type { CannedReply } from '../ports.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const PATIENCE_MS = 3000;

export interface CannedStore {
  list(org: string): Promise<CannedReply[]>;
  find(org: string, id: string): Promise<CannedReply | null>;
  count(org: string): Promise<number>;
  /** One of that id that is there stays as it is. */
  add(org: string, reply: CannedReply, day: string): Promise<void>;
  /** `false`: it has another revision by now, or is gone. */
  replace(org: string, reply: CannedReply, rev: number, day: string): Promise<boolean>;
  remove(org: string, id: string, rev: number): Promise<boolean>;
  /** Takes away those whose id begins with `mark`. */
  sweep(mark: string): Promise<void>;
}

type Doc = Omit<CannedReply, 'id'> & { _id: string; org: string; day: string };

/** Canned replies in MongoDB; they say nothing of anybody. */
export function cannedStore(db: mongo.Db): CannedStore {
  const replies = db.collection<Doc>(CANNED);
  const asked = <T>(work: () => Promise<T>): Promise<T> => untilDurable(work, PATIENCE_MS);
  return {
    async list(org) {
      return (await asked(() => replies.find({ org }).sort({ title: 1, _id: 1 }).toArray())).map(read);
    },
    async find(org, id) {
      const found = await asked(() => replies.findOne({ _id: id, org }));
      return found === null ? null : read(found);
    },
    count: (org) => asked(() => replies.countDocuments({ org })),
    async add(org, { id, ...reply }, day) {
      await untilDurable(() =>
        replies.insertOne({ _id: id, org, ...reply, day }, DURABLE).catch((cause: unknown) => {
          if (!isDuplicateKey(cause)) throw cause;
        }),
      );
    },
    async replace(org, { id, ...reply }, rev, day) {
      return untilDurable(async (again) => {
        const { matchedCount } = await replies.updateOne(
          { _id: id, org, rev },
          { $set: { ...reply, day } },
          DURABLE,
        );
        if (matchedCount > 0 || !again) return matchedCount > 0;
        // The answer to our own write may have been lost.
        return (await replies.findOne({ _id: id, org, rev: reply.rev, title: reply.title })) !== null;
      });
    },
    async remove(org, id, rev) {
      return untilDurable(async (again) => {
        const { deletedCount } = await replies.deleteOne({ _id: id, org, rev }, DURABLE);
        return deletedCount > 0 || (again && (await replies.findOne({ _id: id, org })) === null);
      });
    },
    async sweep(mark) {
      await untilDurable(() => replies.deleteMany({ _id: { $regex: `^${mark}` } }, DURABLE));
    },
  };
}

const read = ({ _id, title, texts, rev }: Doc): CannedReply => ({ id: _id, title, texts, rev });
