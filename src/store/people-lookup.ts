import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { LAST_SEAT } from '../conversation/phone/seat.ts';
import { readWithin } from './durable.ts';
import type { PersonDoc } from './people.ts';

/** Once in a while, when an administrator asks: it reads all of the collection. */
const PATIENCE_MS = 10_000;

/** What is asked of people by hand and rarely. */
export class PeopleLookup {
  readonly #people: mongo.Collection<PersonDoc>;

  constructor(connection: Connection) {
    this.#people = connection.collection<PersonDoc>('people');
  }

  /** Everybody who talks in a conversation: several, where a phone is shared. The erased are left out. */
  async personsOf(conversation: string): Promise<string[]> {
    const phone = Buffer.from(conversation, 'base64url');
    const seat = (n: number): mongo.Binary => new mongo.Binary(Buffer.concat([phone, Buffer.of(n)]));
    // The first one's talk has the conversation's own name, the others' a byte more (conversation/phone/seat.ts).
    const talks = [
      { conversations: new mongo.Binary(phone) },
      { conversations: { $elemMatch: { $gte: seat(0), $lte: seat(LAST_SEAT) } } },
    ];
    const found = await readWithin(
      () =>
        this.#people.find({ $or: talks, erasedAt: { $exists: false } }, { projection: { _id: 1 } }).toArray(),
      PATIENCE_MS,
    );
    return found.map(({ _id }) => _id);
  }

  /** How many people's keys each epoch wraps. */
  async byEpoch(): Promise<Map<string, number>> {
    const rows = await readWithin(
      () =>
        this.#people
          .aggregate<{ _id: string; people: number }>([
            { $match: { key: { $exists: true } } },
            { $group: { _id: '$key.epoch', people: { $sum: 1 } } },
          ])
          .toArray(),
      PATIENCE_MS,
    );
    return new Map(rows.map(({ _id, people }) => [_id, people]));
  }
}
