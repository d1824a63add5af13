import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { InboundId } from '../../conversation/conversation.ts';
import { type Clock, dayOf } from '../../domain/clock.ts';
import { isDuplicateKey, untilDurable } from '../durable.ts';
import { Group } from '../group.ts';
import { SEEN_DAYS } from './ring.ts';
import { binaryOf, textOf } from './shapes.ts';

/** Ids that left one ring at one moment: a document and not one for each. */
interface SeenDoc {
  /** The oldest of them. */
  _id: mongo.Binary;
  /** The others. */
  ids?: mongo.Binary[];
  day: Date;
}

/** Ids of messages that left the ring of their conversation (COMMIT.md rule 6). */
export class SeenInbounds {
  readonly #seen: mongo.Collection<SeenDoc>;
  readonly #clock: Clock;
  readonly #recalls: Group<InboundId, boolean>;

  constructor(connection: Connection, clock: Clock) {
    this.#seen = connection.collection('seen') as unknown as mongo.Collection<SeenDoc>;
    this.#clock = clock;
    this.#recalls = new Group((inbounds) => this.#recall(inbounds));
  }

  /** Whether it left a ring before; asked for many at once. */
  has(inbound: InboundId): Promise<boolean> {
    return this.#recalls.add(inbound);
  }

  /**
   * Resolves when they are durable; safe to repeat.
   * @param rings what leaves each ring, oldest first
   */
  async remember(rings: readonly (readonly InboundId[])[]): Promise<void> {
    const day = new Date(`${dayOf(this.#clock.now())}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + SEEN_DAYS);
    const docs = rings.flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ _id: binaryOf(first), ids: rest.map(binaryOf), day }],
    );
    if (docs.length === 0) return;
    await untilDurable(async () => {
      try {
        await this.#seen.insertMany(docs, { ordered: false });
      } catch (cause) {
        if (!isDuplicateKey(cause)) throw cause;
        // Remembered before, by an earlier attempt, or alone, by a build that cut rings elsewhere.
        await this.#seen.bulkWrite(docs.map(added));
      }
    });
  }

  async #recall(inbounds: InboundId[]): Promise<boolean[]> {
    const asked = { $in: inbounds.map(binaryOf) };
    const docs = await untilDurable(() =>
      this.#seen.find({ $or: [{ _id: asked }, { ids: asked }] }, { projection: { ids: 1 } }).toArray(),
    );
    const seen = new Set(docs.flatMap((doc) => [doc._id, ...(doc.ids ?? [])].map(textOf)));
    return inbounds.map((id) => seen.has(id));
  }
}

const added = ({ _id, ids, day }: Required<SeenDoc>): mongo.AnyBulkWriteOperation<SeenDoc> => ({
  updateOne: { filter: { _id }, update: { $addToSet: { ids: { $each: ids } }, $max: { day } }, upsert: true },
});
