import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { ConversationId } from '../../conversation/conversation.ts';
import { type Entry, letterOf } from '../../conversation/entry.ts';
import type { Sealer } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import { untilDurable } from '../durable.ts';
import { binaryOf } from './shapes.ts';

/** Long enough to find a fault and mend it; what a person wrote is not kept for longer. */
const KEPT_DAYS = 14;
const DAY_MS = 86_400_000;

/** What no turn could be made of, sealed, for a person to look at (T29). */
export class DeadLetters {
  readonly #letters: mongo.Collection;
  readonly #sealer: Sealer;
  readonly #clock: Clock;

  constructor(connection: Connection, sealer: Sealer, clock: Clock) {
    this.#letters = connection.collection('dead_letters');
    this.#sealer = sealer;
    this.#clock = clock;
  }

  /** Safe to repeat: a message is kept once. */
  async bury(entry: Entry, code: string): Promise<void> {
    const id = Buffer.from(entry.inbound, 'base64url');
    const place = `dead_letters/message/${id.toString('hex')}`;
    const letter = JSON.stringify(letterOf(entry));
    const sealed = new mongo.Binary(this.#sealer.seal(letter, place));
    const until = new Date(this.#clock.now() + KEPT_DAYS * DAY_MS);
    await untilDurable(() =>
      this.#letters.updateOne(
        { _id: new mongo.Binary(id) },
        { $set: { conversation: binaryOf(entry.conversation), code, sealed, until } },
        { upsert: true },
      ),
    );
  }

  /** All of a conversation that is erased. */
  async drop(conversation: ConversationId): Promise<void> {
    await untilDurable(() => this.#letters.deleteMany({ conversation: binaryOf(conversation) }));
  }
}
