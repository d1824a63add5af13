import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { ConversationId, InboundId, OrderedEffect } from '../../conversation/conversation.ts';
import { type Entry, letterOf } from '../../conversation/entry.ts';
import type { Sealer } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import { untilDurable } from '../durable.ts';
import {
  KEPT_MS,
  type LetterDoc,
  type LetterRow,
  letterPlace,
  type OpenedLetter,
  readEffectLetter,
  readEntryLetter,
  rowOf,
  sealEffectLetter,
} from './letter-shapes.ts';
import { binaryOf } from './shapes.ts';

/** Letters looked at in one go. */
const MOST = 500;

/** What no turn could be made of, and effects that cannot be applied: sealed, for a person to look at (T29). */
export class DeadLetters {
  readonly #letters: mongo.Collection<LetterDoc>;
  readonly #sealer: Sealer;
  readonly #clock: Clock;

  constructor(connection: Connection, sealer: Sealer, clock: Clock) {
    this.#letters = connection.collection('dead_letters') as unknown as mongo.Collection<LetterDoc>;
    this.#sealer = sealer;
    this.#clock = clock;
  }

  /** Safe to repeat: it is kept once, and each time counts as a try. `answered` once is answered for good. */
  async bury(entry: Entry, code: string, answered: boolean): Promise<void> {
    const id = Buffer.from(entry.inbound, 'base64url');
    const letter = JSON.stringify(letterOf(entry));
    await this.#keep(id, entry.conversation, {
      ...{ code, kind: entry.kind, sealed: new mongo.Binary(this.#sealer.seal(letter, letterPlace(id))) },
      ...(entry.kind === 'message' && { channel: entry.message.channel }),
      ...(answered && { answered: true as const }),
    });
  }

  async buryEffect(conversation: ConversationId, effect: OrderedEffect, code: string): Promise<void> {
    const sealed = new mongo.Binary(sealEffectLetter(this.#sealer, effect));
    await this.#keep(effect.id, conversation, {
      ...{ code, kind: 'effect', what: effect.kind, channel: effect.context.channel, sealed },
    });
  }

  /** The newest first, without what they say. */
  async list(): Promise<LetterRow[]> {
    const found = await untilDurable(() =>
      this.#letters.find({}, { projection: { sealed: 0 }, sort: { until: -1 }, limit: MOST }).toArray(),
    );
    return found.map(rowOf);
  }

  count(): Promise<number> {
    return untilDurable(() => this.#letters.countDocuments());
  }

  async find(id: string): Promise<LetterRow | undefined> {
    const found = await untilDurable(() =>
      this.#letters.findOne({ _id: keyOf(id) }, { projection: { sealed: 0 } }),
    );
    return found === null ? undefined : rowOf(found);
  }

  /** To be tried once more, by whichever process looks first. How many are, of one or of all. */
  async ask(id?: string): Promise<number> {
    const which = id === undefined ? {} : { _id: keyOf(id) };
    const { matchedCount } = await untilDurable(() =>
      this.#letters.updateMany(which, { $set: { asked: true } }),
    );
    return matchedCount;
  }

  /** Those to be tried once more, opened. What does not open any more stays, and is asked for no longer. */
  async asked(limit: number): Promise<OpenedLetter[]> {
    const found = await untilDurable(() =>
      this.#letters.find({ asked: true }, { sort: { until: 1 }, limit }).toArray(),
    );
    const opened: OpenedLetter[] = [];
    for (const doc of found) {
      const letter = this.#open(doc);
      if (letter === undefined) await this.settle(rowOf(doc).id, 'stays');
      else opened.push(letter);
    }
    return opened;
  }

  /** What became of one that was tried. */
  async settle(id: string, became: 'done' | 'stays'): Promise<void> {
    if (became === 'done') await this.drop(id);
    else await untilDurable(() => this.#letters.updateOne({ _id: keyOf(id) }, { $unset: { asked: '' } }));
  }

  /** `false`: there is none. */
  async drop(id: string): Promise<boolean> {
    const { deletedCount } = await untilDurable(() => this.#letters.deleteOne({ _id: keyOf(id) }));
    return deletedCount > 0;
  }

  async exhume(inbound: InboundId): Promise<void> {
    await untilDurable(() => this.#letters.deleteOne({ _id: binaryOf(inbound) }));
  }

  /** All of a conversation that is erased. */
  async dropOf(conversation: ConversationId): Promise<void> {
    await untilDurable(() => this.#letters.deleteMany({ conversation: binaryOf(conversation) }));
  }

  async #keep(
    id: Buffer,
    conversation: ConversationId,
    what: Omit<LetterDoc, '_id' | 'conversation' | 'until'>,
  ): Promise<void> {
    const until = new Date(this.#clock.now() + KEPT_MS);
    await untilDurable(() =>
      this.#letters.updateOne(
        { _id: new mongo.Binary(id) },
        {
          $set: { ...what, conversation: binaryOf(conversation) },
          $setOnInsert: { until },
          $inc: { tries: 1 },
        },
        { upsert: true },
      ),
    );
  }

  #open(doc: LetterDoc): OpenedLetter | undefined {
    try {
      return doc.kind === 'effect' ? readEffectLetter(this.#sealer, doc) : readEntryLetter(this.#sealer, doc);
    } catch {
      return undefined;
    }
  }
}

const keyOf = (id: string): mongo.Binary => new mongo.Binary(Buffer.from(id, 'hex'));
