import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { RECEIPTS } from '../collections.ts';
import type { UpdateNumber } from '../model/update.ts';
import type { Received, Receipts } from './ports.ts';
import { NUMBER_BYTES, numberPart, RECEIPT_BYTES, receiptId } from './receipt.ts';
import { joinedTalks, placed, type StoredTalk, talksOf } from './receipt-talks-store.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A talk or a page waits. */
const PATIENCE_MS = 2000;

/** What one person has of one number. Nothing else names the person. */
export interface StoredReceipt {
  _id: mongo.Binary;
  /** The oldest version they were told, and the newest. */
  first: number;
  last: number;
  /** They were told that it is withdrawn. */
  ended?: true;
  lang: string;
  /** Where the newest was said; sealed: in clear it would join this collection with the talks. */
  conversation: mongo.Binary;
  /** The name of that talk among those of this receipt; absent in receipts from before there were several. */
  talk?: mongo.Binary;
  /** Other talks of the same person where it was said, the latest last. */
  others?: StoredTalk[];
  day: string;
}

/** A receipt without its id; its talks stand in the order in which it was said there, opened. */
export type KeptReceipt = Pick<StoredReceipt, 'first' | 'last' | 'ended' | 'lang' | 'day'> & {
  talks: readonly string[];
};

export interface ReceiptsStore extends Receipts {
  find(id: Buffer): Promise<KeptReceipt | null>;
  /** Joins a receipt of one id with what another one holds. Safe to repeat. */
  join(id: Buffer, other: KeptReceipt): Promise<void>;
  /** These talks are somebody else's now. Safe to repeat. */
  leave(id: Buffer, kept: KeptReceipt, gone: readonly string[]): Promise<void>;
  /** How many of these ids have a receipt. */
  known(ids: readonly Buffer[]): Promise<Buffer[]>;
  drop(ids: readonly Buffer[]): Promise<number>;
  /** All of one number, for a demonstration that goes. */
  dropOf(number: UpdateNumber): Promise<void>;
}

export function receiptsStore(
  db: mongo.Db,
  { fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer },
): ReceiptsStore {
  const receipts = db.collection<StoredReceipt>(RECEIPTS);
  const idOf = (number: UpdateNumber, person: string): Buffer => receiptId(fingerprint, number, person);
  const talks = talksOf({ fingerprint, sealer });
  const write = (id: Buffer, set: mongo.Document, upsert: boolean): Promise<void> =>
    untilDurable(async () => {
      // The second look meets a receipt another process has made in between.
      for (let look = 0; look < 2; look += 1) {
        try {
          await receipts.updateOne({ _id: binary(id) }, [{ $set: set }], { ...DURABLE, upsert });
          return;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
        }
      }
    });
  const join = (id: Buffer, kept: KeptReceipt): Promise<void> =>
    write(id, grown(kept, talks.seal(id, kept.talks)), true);
  const those = (number: UpdateNumber, version: number): mongo.Filter<StoredReceipt> => ({
    _id: rangeOf(fingerprint, number),
    first: { $lte: version },
  });
  return {
    join,
    leave: (id, kept, gone) =>
      write(
        id,
        placed(
          talks.seal(
            id,
            kept.talks.filter((talk) => !gone.includes(talk)),
          ),
        ),
        false,
      ),

    async note(all) {
      for (const each of all) await join(idOf(each.number, each.person), receiptOf(each));
    },

    page: (number, version, after, limit) =>
      untilDurable(async () => {
        const range = rangeOf(fingerprint, number);
        const found = await receipts
          .find(
            {
              ...those(number, version),
              _id: after === null ? range : { $lte: range.$lte, $gt: binary(after) },
            },
            { sort: { _id: 1 }, limit },
          )
          .toArray();
        return found.map(({ _id, conversation, others = [], lang }) => ({
          ...{ id: bytes(_id), conversation: bytes(conversation), lang },
          others: others.map(({ conversation: other }) => bytes(other)).reverse(),
        }));
      }),

    versionOf: (person, number) =>
      untilDurable(
        async () => (await receipts.findOne({ _id: binary(idOf(number, person)) }))?.last,
        PATIENCE_MS,
      ),

    count: (number, version) =>
      untilDurable(() => receipts.countDocuments(those(number, version)), PATIENCE_MS),

    async reach(number, former) {
      const of = those(number, former);
      const later: mongo.Filter<StoredReceipt> = { $or: [{ last: { $gt: former } }, { ended: true }] };
      const [had, told] = await untilDurable(
        () => Promise.all([receipts.countDocuments(of), receipts.countDocuments({ ...of, ...later })]),
        PATIENCE_MS,
      );
      return { had, told };
    },

    find: (id) =>
      untilDurable(async () => {
        const found = await receipts.findOne({ _id: binary(id) });
        if (found === null) return null;
        const { first, last, ended, lang, day } = found;
        return { first, last, lang, day, ...(ended && { ended }), talks: talks.open(id, found) };
      }),

    known: (ids) =>
      untilDurable(async () => {
        const asked = { _id: { $in: ids.map(binary) } };
        const found = await receipts.find(asked, { projection: { _id: 1 } }).toArray();
        return found.map(({ _id }) => bytes(_id));
      }),

    drop: (ids) =>
      untilDurable(
        async () => (await receipts.deleteMany({ _id: { $in: ids.map(binary) } }, DURABLE)).deletedCount,
      ),

    async dropOf(number) {
      await untilDurable(() => receipts.deleteMany({ _id: rangeOf(fingerprint, number) }, DURABLE));
    },
  };
}

const receiptOf = ({ version, lang, day, withdrawn, conversation }: Received): KeptReceipt => ({
  ...{ first: version, last: version, lang, day, talks: [conversation] },
  ...(withdrawn && { ended: withdrawn }),
});

/** A receipt only grows: told again, or told late of something older, it stays what it was. */
function grown({ first, last, ended, lang, day }: KeptReceipt, given: readonly StoredTalk[]): mongo.Document {
  const newer = { $lte: [{ $ifNull: ['$last', 0] }, last] };
  return {
    first: { $min: ['$first', first] },
    last: { $max: ['$last', last] },
    day: { $max: ['$day', day] },
    lang: { $cond: [newer, lang, '$lang'] },
    ...joinedTalks(given, newer),
    ...(ended && { ended }),
  };
}

const rangeOf = (
  fingerprint: Fingerprint,
  number: UpdateNumber,
): { $gte: mongo.Binary; $lte: mongo.Binary } => {
  const begins = numberPart(fingerprint, number);
  const ends = (fill: number): mongo.Binary =>
    binary(Buffer.concat([begins, Buffer.alloc(RECEIPT_BYTES - NUMBER_BYTES, fill)]));
  return { $gte: ends(0x00), $lte: ends(0xff) };
};

const binary = (of: Buffer): mongo.Binary => new mongo.Binary(of);
const bytes = (of: mongo.Binary): Buffer => Buffer.from(of.value());
