import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { CODES } from './collections.ts';

export type Database = mongo.Db;

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** A code as it is kept: itself only as a keyed hash. */
export interface StoredCode {
  /** Who asked for it. */
  _id: Buffer;
  code: Buffer;
  /** Whom it joins to, sealed. */
  host: Buffer;
  /** Milliseconds since 1970. */
  until: number;
}

interface CodeDoc {
  _id: mongo.Binary;
  code: mongo.Binary;
  host: mongo.Binary;
  until: number;
  /** The claim that used it. It stays used, whether or not that turn came to an end. */
  claim?: mongo.Binary;
}

export interface CodesStore {
  /** A new one takes the place of the one before. Repeating it changes nothing. */
  put(code: StoredCode): Promise<void>;
  /** One that counts at `now`, and that nobody else has used. */
  find(code: Buffer, claim: Buffer, now: number): Promise<StoredCode | null>;
  /** Uses it, once; `false`: another claim was first, or its time is over. */
  claim(code: Buffer, claim: Buffer, now: number): Promise<boolean>;
  /** Whatever this asker has. */
  remove(asker: Buffer): Promise<void>;
}

export function codesStore(db: Database): CodesStore {
  const codes = db.collection<CodeDoc>(CODES);
  const usable = (code: Buffer, claim: Buffer, now: number): mongo.Filter<CodeDoc> => ({
    code: binary(code),
    until: { $gt: now },
    $or: [{ claim: { $exists: false } }, { claim: binary(claim) }],
  });
  return {
    async put({ _id, code, host, until }) {
      const fresh = { code: binary(code), host: binary(host), until };
      // The same turn once more: its code may have been used by now.
      const another = { _id: binary(_id), code: { $ne: binary(code) } };
      await untilDurable(async () => {
        try {
          await codes.replaceOne(another, fresh, { upsert: true, ...DURABLE });
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
        }
      });
    },
    async find(code, claim, now) {
      const doc = await untilDurable(() => codes.findOne(usable(code, claim, now)));
      if (doc === null) return null;
      return { _id: bytes(doc._id), code: bytes(doc.code), host: bytes(doc.host), until: doc.until };
    },
    async claim(code, claim, now) {
      const { matchedCount } = await untilDurable(() =>
        codes.updateOne(usable(code, claim, now), { $set: { claim: binary(claim) } }, DURABLE),
      );
      return matchedCount > 0;
    },
    async remove(asker) {
      await untilDurable(() => codes.deleteOne({ _id: binary(asker) }, DURABLE));
    },
  };
}

const binary = (held: Uint8Array): mongo.Binary => new mongo.Binary(held);
const bytes = (held: mongo.Binary): Buffer => Buffer.from(held.value());
