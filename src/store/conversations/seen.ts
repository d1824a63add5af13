import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { InboundId } from '../../conversation/conversation.ts';
import { type Clock, dayOf } from '../../domain/clock.ts';
import { isDuplicateKey, untilDurable } from '../durable.ts';
import { Group } from '../group.ts';
import { binaryOf, textOf } from './shapes.ts';

/** Platforms repeat for days; T11 asks for eight. The day is a whole one, so one more is kept. */
const SEEN_DAYS = 9;

/** Ids of messages that left the ring of their conversation (COMMIT.md rule 6). */
export class SeenInbounds {
  readonly #seen: mongo.Collection<{ _id: mongo.Binary; day: Date }>;
  readonly #clock: Clock;
  readonly #recalls: Group<InboundId, boolean>;

  constructor(connection: Connection, clock: Clock) {
    this.#seen = connection.collection('seen') as unknown as mongo.Collection<{
      _id: mongo.Binary;
      day: Date;
    }>;
    this.#clock = clock;
    this.#recalls = new Group((inbounds) => this.#recall(inbounds));
  }

  /** Whether it left a ring before: whoever writes for weeks asks at every turn, so it is asked for many at once. */
  has(inbound: InboundId): Promise<boolean> {
    return this.#recalls.add(inbound);
  }

  /** Resolves when they are durable; safe to repeat. */
  async remember(inbounds: readonly InboundId[]): Promise<void> {
    if (inbounds.length === 0) return;
    const day = new Date(`${dayOf(this.#clock.now())}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + SEEN_DAYS);
    await untilDurable(async () => {
      try {
        await this.#seen.insertMany(
          inbounds.map((id) => ({ _id: binaryOf(id), day })),
          { ordered: false },
        );
      } catch (cause) {
        // Remembered before, by an earlier attempt.
        if (!isDuplicateKey(cause)) throw cause;
      }
    });
  }

  async #recall(inbounds: InboundId[]): Promise<boolean[]> {
    const docs = await untilDurable(() =>
      this.#seen.find({ _id: { $in: inbounds.map(binaryOf) } }, { projection: { _id: 1 } }).toArray(),
    );
    const seen = new Set(docs.map((doc) => textOf(doc._id)));
    return inbounds.map((id) => seen.has(id));
  }
}
