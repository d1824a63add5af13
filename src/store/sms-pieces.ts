import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../conversation/ports.ts';
import { unavailable } from '../domain/faults.ts';
import type { CollectionRule } from './collections.ts';
import { isDuplicateKey, readWithin, untilDurable } from './durable.ts';

const COLLECTION = 'sms_pieces';
/** A gateway waits for the answer; it comes again after a 503. */
const READ_PATIENCE_MS = 2000;
/** Others that write the same message's pieces at the same moment. */
const MAX_TRIES = 12;
/** What one sweep hands on. */
const SWEPT_AT_ONCE = 100;

/** SMS that are parts of a message which is not whole yet, class A: sealed under a key of the system, for a day. */
export const SMS_PIECES_COLLECTION: CollectionRule = {
  name: COLLECTION,
  indexes: [
    { name: 'touched', key: { touched: 1 } },
    { name: 'who', key: { who: 1 } },
  ],
  retention: {
    kind: 'days',
    days: 1,
    since: 'touched',
    reason: 'A gateway that got no answer brings an SMS again within hours; words stay for minutes.',
  },
};

interface Piece {
  from: string;
  ref: string;
  n: number;
  of: number;
  id: string;
  text: string;
}

interface Gathered {
  key: string;
  from: string;
  pieces: { n: number; id: string; text: string }[];
  of: number;
  done: boolean;
}

interface StoredPiece {
  n: number;
  /** HMAC of the gateway's id. */
  id: string;
  sealed?: mongo.Binary;
}

interface StoredMessage {
  _id: mongo.Binary;
  rev: number;
  /** HMAC of the number, for an erasure. */
  who: mongo.Binary;
  from?: mongo.Binary;
  of: number;
  pieces: StoredPiece[];
  touched: Date;
  done?: true;
}

/** Pieces of SMS as the channel asks for them; every write is guarded by the revision of its message. */
export class SmsPieces {
  readonly #messages: mongo.Collection<StoredMessage>;
  readonly #fingerprint: Fingerprint;
  readonly #sealer: Sealer;

  constructor(connection: Connection, fingerprint: Fingerprint, sealer: Sealer) {
    this.#messages = connection.collection(COLLECTION) as unknown as mongo.Collection<StoredMessage>;
    this.#fingerprint = fingerprint;
    this.#sealer = sealer;
  }

  async keep(piece: Piece, now: number): Promise<Gathered> {
    const _id = this.#hash('sms_message', piece.from, piece.ref, String(piece.of));
    const stored = this.#stored(_id, piece);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const found = await this.#read(_id);
      if (found?.pieces.some(({ id }) => id === stored.id) === true) return this.#open(found);
      const next = this.#with(found, _id, piece, stored, new Date(now));
      if (await this.#write(found, next)) return this.#open(next);
    }
    throw unavailable('contended', 'Other writers were faster too often.');
  }

  async done({ key }: Pick<Gathered, 'key'>): Promise<void> {
    const [hex = '', rev = ''] = key.split('.');
    await untilDurable(() =>
      this.#messages.updateOne(
        { _id: new mongo.Binary(Buffer.from(hex, 'hex')), rev: Number(rev) },
        { $set: { done: true }, $inc: { rev: 1 }, $unset: { 'pieces.$[].sealed': '', from: '' } },
      ),
    );
  }

  async waiting(before: number): Promise<Gathered[]> {
    const found = await readWithin(
      () =>
        this.#messages
          .find({ touched: { $lt: new Date(before) }, done: { $exists: false } })
          .limit(SWEPT_AT_ONCE)
          .toArray(),
      READ_PATIENCE_MS,
    );
    return found.map((message) => this.#open(message));
  }

  /** Of a person who is erased. */
  async drop(address: string): Promise<void> {
    await untilDurable(() => this.#messages.deleteMany({ who: this.#hash('sms_who', address) }));
  }

  #with(
    found: StoredMessage | null,
    _id: mongo.Binary,
    { from, of, n }: Piece,
    stored: StoredPiece,
    touched: Date,
  ): StoredMessage {
    // Phones count to 255 and begin again: another SMS in a place that is taken is of another message.
    const another = found === null || found.done === true || found.pieces.some((piece) => piece.n === n);
    if (!another) return { ...found, rev: found.rev + 1, pieces: [...found.pieces, stored], touched };
    const sealed = this.#sealer.seal(from, placeOf(_id, 'from'));
    return {
      _id,
      rev: (found?.rev ?? 0) + 1,
      who: this.#hash('sms_who', from),
      from: new mongo.Binary(sealed),
      of,
      pieces: [stored],
      touched,
    };
  }

  /** `false`: somebody else was faster. */
  async #write(before: StoredMessage | null, next: StoredMessage): Promise<boolean> {
    const { _id } = next;
    try {
      await untilDurable(() =>
        this.#messages.replaceOne({ _id, rev: before?.rev ?? 0 }, next, { upsert: before === null }),
      );
    } catch (cause) {
      if (isDuplicateKey(cause)) return false;
      throw cause;
    }
    // A lost answer leaves it open whose write it was; what lies there tells.
    const there = await this.#read(_id);
    return next.pieces.every(({ id }) => there?.pieces.some((piece) => piece.id === id));
  }

  #read(_id: mongo.Binary): Promise<StoredMessage | null> {
    return readWithin(
      () => this.#messages.findOne({ _id }, { readConcern: { level: 'majority' } }),
      READ_PATIENCE_MS,
    );
  }

  #stored(_id: mongo.Binary, { n, id, text }: Piece): StoredPiece {
    const hashed = this.#hash('sms_piece', id).toString('hex');
    return { n, id: hashed, sealed: new mongo.Binary(this.#sealer.seal(text, placeOf(_id, hashed))) };
  }

  #open({ _id, rev, from, of, pieces, done }: StoredMessage): Gathered {
    return {
      key: `${_id.toString('hex')}.${rev}`,
      from: from === undefined ? '' : this.#sealer.open(from.buffer, placeOf(_id, 'from')),
      pieces: pieces.map(({ n, id, sealed }) => ({
        n,
        id,
        text: sealed === undefined ? '' : this.#sealer.open(sealed.buffer, placeOf(_id, id)),
      })),
      of,
      done: done === true,
    };
  }

  #hash(purpose: string, ...parts: string[]): mongo.Binary {
    return new mongo.Binary(this.#fingerprint(purpose, ...parts).subarray(0, 16));
  }
}

const placeOf = (key: mongo.Binary, what: string): string => `${COLLECTION}/${what}/${key.toString('hex')}`;
