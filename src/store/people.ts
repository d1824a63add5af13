import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { LRUCache } from 'lru-cache';
import { type Chance, type Clock, dayOf } from '../domain/clock.ts';
import { isDuplicateKey, untilDurable } from './durable.ts';
import { Group } from './group.ts';
import type { Keyring } from './keys/keyring.ts';

const ID_BYTES = 16;
/** Data keys kept in memory: 32 bytes each. */
const CACHED_KEYS = 50_000;

/** A person as stored. Class B fields beside the key; class A never leaves envelopes under that key. */
export interface PersonDoc {
  _id: string;
  /** Gone when the person is erased: whatever was sealed under it is noise from then on. */
  key?: { epoch: string; sealed: mongo.Binary };
  /** Their conversations, for what is decided over all channels (stop, erase). */
  conversations: mongo.Binary[];
  lang?: string;
  consents?: Record<string, number>;
  stopped?: boolean;
  since: string;
  /** Milliseconds since 1970. */
  erasedAt?: number;
  /** What was under way elsewhere at the erasure has been erased too. */
  swept?: true;
  /** They have joined this person and talk as them from then on; see `joined-people.ts`. */
  joined?: string;
  /** The joining that did it. */
  by?: string;
}

/** People and their data keys. */
export class PeopleStore {
  readonly #collection: mongo.Collection<PersonDoc>;
  readonly #keyring: Keyring;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #keys = new LRUCache<string, Buffer>({ max: CACHED_KEYS });
  readonly #creations: Group<PersonDoc, null>;

  constructor(connection: Connection, keyring: Keyring, clock: Clock, chance: Chance) {
    this.#collection = connection.collection<PersonDoc>('people');
    this.#keyring = keyring;
    this.#clock = clock;
    this.#chance = chance;
    this.#creations = new Group(async (docs) => {
      await insertOnce(this.#collection, docs);
      return docs.map(() => null);
    });
  }

  /** Stores a new person with a data key of their own, and answers with their id. */
  async create(conversation: Buffer): Promise<string> {
    const _id = this.#chance.token(ID_BYTES);
    const { key, wrapped } = this.#keyring.newDataKey(_id);
    await this.#creations.add({
      _id,
      key: { epoch: wrapped.epoch, sealed: new mongo.Binary(wrapped.sealed) },
      conversations: [new mongo.Binary(conversation)],
      since: dayOf(this.#clock.now()),
    });
    this.#keys.set(_id, key);
    return _id;
  }

  /** The same under a given id, with what was decided before. Repeating it changes nothing. */
  async createAs(
    _id: string,
    conversation: string,
    decided: Pick<PersonDoc, 'lang' | 'consents' | 'stopped'>,
  ): Promise<void> {
    const { wrapped } = this.#keyring.newDataKey(_id);
    const fresh = {
      ...decided,
      key: { epoch: wrapped.epoch, sealed: new mongo.Binary(wrapped.sealed) },
      conversations: [new mongo.Binary(Buffer.from(conversation, 'base64url'))],
      since: dayOf(this.#clock.now()),
    };
    await untilDurable(async () => {
      try {
        await this.#collection.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
      } catch (cause) {
        // Another process made the same one meanwhile: its key is the one that is kept.
        if (!isDuplicateKey(cause)) throw cause;
      }
    });
  }

  /** Data keys of the given people; an erased person has none. */
  async keysOf(people: readonly string[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const unknown: string[] = [];
    for (const person of new Set(people)) {
      const key = this.#keys.get(person);
      if (key === undefined) unknown.push(person);
      else found.set(person, key);
    }
    if (unknown.length > 0) {
      const docs = await untilDurable(() =>
        this.#collection
          .find({ _id: { $in: unknown }, key: { $exists: true } }, { projection: { key: 1 } })
          .toArray(),
      );
      for (const { _id, key } of docs) {
        if (key === undefined) continue;
        const plain = this.#keyring.unwrap({ epoch: key.epoch, sealed: key.sealed.buffer }, _id);
        this.#keys.set(_id, plain);
        found.set(_id, plain);
      }
    }
    return found;
  }

  /** Writes the class B fields a flow may set. Repeating it changes nothing. */
  async update(patches: readonly { person: string; set: Record<string, unknown> }[]): Promise<void> {
    if (patches.length === 0) return;
    await untilDurable(() =>
      this.#collection.bulkWrite(
        patches.map(({ person, set }) => ({
          updateOne: {
            filter: { _id: person, erasedAt: { $exists: false } },
            update: { $set: set },
          },
        })),
        { ordered: true },
      ),
    );
  }

  /** Destroys the data key and every field, leaving a tombstone. Safe to repeat. */
  async erase(person: string): Promise<void> {
    this.#keys.delete(person);
    const tombstone = {
      _id: '$_id',
      conversations: '$conversations',
      since: '$since',
      erasedAt: { $ifNull: ['$erasedAt', this.#clock.now()] },
    };
    await untilDurable(() => this.#collection.updateOne({ _id: person }, [{ $replaceWith: tombstone }]));
  }

  /** People erased before `before` (milliseconds since 1970) whose erasure has not been gone over once more. */
  async erasedUnswept(before: number, limit: number): Promise<string[]> {
    const docs = await untilDurable(() =>
      this.#collection
        .find({ erasedAt: { $lte: before }, swept: { $exists: false } }, { projection: { _id: 1 } })
        .limit(limit)
        .toArray(),
    );
    return docs.map((doc) => doc._id);
  }

  async swept(person: string): Promise<void> {
    await untilDurable(() => this.#collection.updateOne({ _id: person }, { $set: { swept: true } }));
  }

  /** Removes a person nothing refers to. */
  async drop(person: string): Promise<void> {
    this.#keys.delete(person);
    await untilDurable(() => this.#collection.deleteOne({ _id: person }));
  }

  /** Forgets a cached key, so that an erasure by another process is noticed. */
  forgetKey(person: string): void {
    this.#keys.delete(person);
  }
}

/** Inserts under given ids; one that is there already is a success of an earlier attempt. */
async function insertOnce(collection: mongo.Collection<PersonDoc>, docs: PersonDoc[]): Promise<void> {
  await untilDurable(async (again) => {
    try {
      await collection.insertMany(docs, { ordered: false });
    } catch (cause) {
      if (!(again && isDuplicateKey(cause))) throw cause;
    }
  });
}
