import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { z } from 'zod';
import type { Fingerprint, Sealer } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import { AUDIO_TYPES } from '../domain/media.ts';
import { choice } from '../domain/message.ts';
import { readWithin, untilDurable } from './durable.ts';
import { Group } from './group.ts';
import { appending, isKept, KEPT_MS, type StoredLetter, type StoredMailbox } from './mailbox-letters.ts';

export const MAILBOXES = 'mailboxes';
/** Ids asked for in one query: keeps the command small. */
const ASK_AT_ONCE = 500;
/** A page waits for the answer; the door says 503 before a failover is over and the page comes again. */
const READ_PATIENCE_MS = 2000;
const letterText = z.object({
  text: z.string(),
  lang: z.string().optional(),
  choices: z.array(choice),
  audio: z
    .object({
      url: z.string(),
      type: z.enum(AUDIO_TYPES),
      bytes: z.number(),
      seconds: z.number().optional(),
    })
    .optional(),
  image: z.object({ url: z.string(), bytes: z.number() }).optional(),
  mine: z.object({ after: z.number() }).optional(),
});
type LetterText = z.infer<typeof letterText>;

/**
 * Replies waiting for browsers: one document a chat, found by the fingerprint of its address, each letter sealed in its
 * own envelope. Appends that wait at the same moment leave as one command.
 */
export class MailboxStore {
  readonly #mailboxes: mongo.Collection<StoredMailbox>;
  readonly #fingerprint: Fingerprint;
  readonly #sealer: Sealer;
  readonly #clock: Clock;
  readonly #appends: Group<mongo.AnyBulkWriteOperation<StoredMailbox>, null>;

  constructor(connection: Connection, fingerprint: Fingerprint, sealer: Sealer, clock: Clock) {
    this.#mailboxes = connection.collection(MAILBOXES) as unknown as mongo.Collection<StoredMailbox>;
    this.#fingerprint = fingerprint;
    this.#sealer = sealer;
    this.#clock = clock;
    this.#appends = new Group(async (operations) => {
      // Ordered, so that two letters to one chat keep their order; repeatable, because an id is kept once.
      await untilDurable(() => this.#mailboxes.bulkWrite(operations, { ordered: true, ...DURABLE }));
      return operations.map(() => null);
    });
  }

  /** Makes the index by which mailboxes expire; run at every start. */
  async prepare(): Promise<void> {
    await this.#mailboxes.createIndex({ touched: 1 }, { expireAfterSeconds: KEPT_MS / 1000 }, {});
  }

  /** Resolves when the letter is durable; the same id is kept once. */
  async append(address: string, letter: LetterText & { id: string }): Promise<void> {
    const _id = this.#key(address);
    const plain = JSON.stringify({ ...letter, id: undefined });
    const sealed = this.#sealer.seal(plain, placeOf(_id, letter.id));
    const update = appending(letter.id, sealed, new Date(this.#clock.now()));
    await this.#appends.add({ updateOne: { filter: { _id }, update, upsert: true } });
  }

  /** What the bot said after `after`, oldest first. */
  async list(address: string, after: number): Promise<(LetterText & { n: number })[]> {
    return (await this.#read(address, after)).filter(({ mine }) => mine === undefined);
  }

  /** Everything that is kept, also what the person said by the form. */
  whole(address: string): Promise<(LetterText & { n: number })[]> {
    return this.#read(address, 0);
  }

  async #read(address: string, after: number): Promise<(LetterText & { n: number })[]> {
    const _id = this.#key(address);
    const found = await readWithin(
      () => this.#mailboxes.findOne({ _id }, { readConcern: { level: 'majority' } }),
      READ_PATIENCE_MS,
    );
    return (found?.letters ?? [])
      .filter((letter) => letter.n > after && isKept(letter, this.#clock.now()))
      .flatMap((letter) => this.#open(_id, letter));
  }

  /** The newest number of each chat that has any letter. */
  async newest(addresses: readonly string[]): Promise<Map<string, number>> {
    const newest = new Map<string, number>();
    for (let from = 0; from < addresses.length; from += ASK_AT_ONCE) {
      const asked = new Map(
        addresses
          .slice(from, from + ASK_AT_ONCE)
          .map((address) => [this.#key(address).toString('hex'), address]),
      );
      for (const { _id, n } of await this.#heads([...asked.keys()])) {
        const address = asked.get(_id.toString('hex'));
        if (address !== undefined) newest.set(address, n);
      }
    }
    return newest;
  }

  /** For erasure: nothing of the chat is left. */
  async drop(address: string): Promise<void> {
    const _id = this.#key(address);
    await untilDurable(() => this.#mailboxes.deleteOne({ _id }, DURABLE));
  }

  #heads(keys: string[]): Promise<mongo.WithId<StoredMailbox>[]> {
    const _id = { $in: keys.map((hex) => new mongo.Binary(Buffer.from(hex, 'hex'))) };
    return readWithin(
      () => this.#mailboxes.find({ _id }, { projection: { n: 1 } }).toArray(),
      READ_PATIENCE_MS,
    );
  }

  /** A letter that does not open (its key is gone) is left out: the others must still arrive. */
  #open(key: mongo.Binary, letter: StoredLetter): (LetterText & { n: number })[] {
    try {
      const plain = this.#sealer.open(letter.sealed.buffer, placeOf(key, letter.id));
      return [{ n: letter.n, ...letterText.parse(JSON.parse(plain)) }];
    } catch {
      return [];
    }
  }

  #key(address: string): mongo.Binary {
    return new mongo.Binary(this.#fingerprint('mailbox', address));
  }
}

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

const placeOf = (key: mongo.Binary, letter: string): string =>
  `mailboxes/item/${key.toString('hex')}/${letter}`;
