import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { ENTRIES } from '../collections.ts';
import type { Database } from './threads-store.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits in front of a page. */
const PATIENCE_MS = 3000;

/** What stands in a thread, sealed. */
export interface KeptEntry {
  /** 32 hexadecimal digits. */
  id: string;
  thread: string;
  who: Buffer;
  /** The person's id, sealed: whoever opens the words needs their key. */
  owner: Buffer;
  /** Milliseconds since 1970. */
  at: number;
  day: string;
  /** Under the person's own key. */
  sealed: Buffer;
}

export interface EntriesStore {
  has(id: string): Promise<boolean>;
  /** One that is there stays as it is. */
  add(entry: KeptEntry): Promise<void>;
  /** The newest first. */
  newest(thread: string, limit: number): Promise<KeptEntry[]>;
  /** All of a person, or what of it stands in one thread. */
  of(who: Buffer, thread?: string): Promise<KeptEntry[]>;
  /** Whose it is from now on, unless somebody has changed that meanwhile. */
  hand(entry: KeptEntry, to: Pick<KeptEntry, 'who' | 'owner' | 'sealed'>): Promise<void>;
  count(who: Buffer): Promise<number>;
  erase(who: Buffer): Promise<number>;
}

interface Doc {
  _id: mongo.Binary;
  thread: mongo.Binary;
  who: mongo.Binary;
  owner: mongo.Binary;
  at: number;
  day: string;
  sealed: mongo.Binary;
}

/** What was written in threads, in MongoDB. */
export function entriesStore(db: Database): EntriesStore {
  const entries = db.collection<Doc>(ENTRIES);
  return {
    async has(id) {
      const found = await untilDurable(() =>
        entries.findOne({ _id: binaryOf(id) }, { projection: { _id: 1 } }),
      );
      return found !== null;
    },
    async add({ id, thread, who, owner, at, day, sealed }) {
      const doc = {
        ...{ _id: binaryOf(id), thread: binaryOf(thread), who: new mongo.Binary(who), at, day },
        ...{ owner: new mongo.Binary(owner), sealed: new mongo.Binary(sealed) },
      };
      await untilDurable(() =>
        entries.insertOne(doc, DURABLE).catch((cause: unknown) => {
          if (!isDuplicateKey(cause)) throw cause;
        }),
      );
    },
    async newest(thread, limit) {
      const found = await untilDurable(
        () =>
          entries
            .find({ thread: binaryOf(thread) })
            .sort({ at: -1, _id: 1 })
            .limit(limit)
            .toArray(),
        PATIENCE_MS,
      );
      return found.map(read);
    },
    async of(who, thread) {
      const whose = {
        who: new mongo.Binary(who),
        ...(thread !== undefined && { thread: binaryOf(thread) }),
      };
      return (await untilDurable(() => entries.find(whose).toArray())).map(read);
    },
    async hand({ id, who }, to) {
      const set = {
        ...{ who: new mongo.Binary(to.who), owner: new mongo.Binary(to.owner) },
        sealed: new mongo.Binary(to.sealed),
      };
      await untilDurable(() =>
        entries.updateOne({ _id: binaryOf(id), who: new mongo.Binary(who) }, { $set: set }, DURABLE),
      );
    },
    count: (who) => untilDurable(() => entries.countDocuments({ who: new mongo.Binary(who) })),
    async erase(who) {
      const whose = { who: new mongo.Binary(who) };
      return (await untilDurable(() => entries.deleteMany(whose, DURABLE))).deletedCount;
    },
  };
}

const binaryOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'hex'));

const read = ({ _id, thread, who, owner, at, day, sealed }: Doc): KeptEntry => ({
  ...{ id: hex(_id), thread: hex(thread), who: bytes(who), owner: bytes(owner) },
  ...{ at, day, sealed: bytes(sealed) },
});

const bytes = (held: mongo.Binary): Buffer => Buffer.from(held.value());
const hex = (held: mongo.Binary): string => bytes(held).toString('hex');
