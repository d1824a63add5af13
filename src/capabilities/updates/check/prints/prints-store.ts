import { mongo } from 'mongoose';
import { readWithin, untilDurable } from '../../../../store/durable.ts';
import { PRINTS } from './collections.ts';
import { MAKING, type Print } from './print.ts';

const PATIENCE_MS = 2000;

interface StoredPrint extends Omit<Print, 'seq' | 'texts'> {
  _id: number;
  made: number;
  texts: mongo.Binary[];
}

/** What was published, as fingerprints: reading every word of it again at each start takes a house of years half a minute. */
export interface PrintsStore {
  /** Those that follow a place in the log, in order; the first that is missing, or made in another way, ends it. */
  after(seq: number, limit: number): Promise<Print[]>;
  put(prints: readonly Print[]): Promise<void>;
}

export function printsStore(db: mongo.Db): PrintsStore {
  const stored = db.collection<StoredPrint>(PRINTS);
  return {
    after: (seq, limit) =>
      readWithin(async () => {
        const found = await stored.find({ _id: { $gt: seq } }, { sort: { _id: 1 }, limit }).toArray();
        const ends = found.findIndex(({ _id, made }, at) => _id !== seq + at + 1 || made !== MAKING);
        return (ends === -1 ? found : found.slice(0, ends)).map(read);
      }, PATIENCE_MS),
    async put(prints) {
      if (prints.length === 0) return;
      const writes = prints.map(({ seq, texts, ...print }) => ({
        replaceOne: {
          filter: { _id: seq },
          replacement: { ...print, made: MAKING, texts: texts.map(binary) },
          upsert: true,
        },
      }));
      await untilDurable(() => stored.bulkWrite(writes), PATIENCE_MS);
    },
  };
}

const read = ({ _id: seq, hash, number, publisher, texts }: StoredPrint): Print => ({
  ...{ seq, hash, number, publisher },
  texts: texts.map(numbersIn),
});

const binary = (of: Uint32Array): mongo.Binary =>
  new mongo.Binary(Buffer.from(of.buffer, of.byteOffset, of.byteLength));

/** Copied: four bytes may begin anywhere in what came from the database. */
const numbersIn = (of: mongo.Binary): Uint32Array => new Uint32Array(Uint8Array.from(of.value()).buffer);
