import { createHash } from 'node:crypto';
import { type Connection, mongo } from 'mongoose';
import type { Chance, Clock } from '../domain/clock.ts';
import { type AudioType, type Media, type MediaCard, MEDIA_ID, type MediaLibrary } from '../domain/media.ts';
import { readAudio } from './audio/read-audio.ts';
import type { CollectionRule } from './collections.ts';
import { isDuplicateKey, readWithin, untilDurable } from './durable.ts';

const COLLECTION = 'media';
/** A page or a send waits for it. */
const READ_PATIENCE_MS = 2000;
const ID_BYTES = 16;

/**
 * Recordings of what is published: class C, so they lie in clear. What citizens send does not belong here.
 * A recording is at most 1 MB and MongoDB takes 16 in a document: one document is one write and one read, where GridFS
 * would be two collections, several of each, and no atomic removal.
 */
export const MEDIA_COLLECTION: CollectionRule = {
  name: COLLECTION,
  indexes: [{ name: 'at', key: { at: 1 } }],
  retention: {
    kind: 'days',
    days: 400,
    since: 'at',
    reason:
      'A recording may serve as long as its text is news, a year at most; afterwards the text goes alone.',
  },
};

interface StoredMedia {
  _id: string;
  type: AudioType;
  size: number;
  seconds?: number;
  at: Date;
  bytes: mongo.Binary;
}

/** Recordings under random ids. One never changes: a new recording has a new id, so that everyone may keep a copy. */
export class MediaStore implements MediaLibrary {
  readonly #media: mongo.Collection<StoredMedia>;
  readonly #clock: Clock;
  readonly #chance: Chance;

  constructor(connection: Connection, clock: Clock, chance: Chance) {
    this.#media = connection.collection(COLLECTION) as unknown as mongo.Collection<StoredMedia>;
    this.#clock = clock;
    this.#chance = chance;
  }

  /**
   * Resolves with the id once it is durable. Tags and pictures beside the sound are cut off where the format allows it.
   * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`, `media_tells_where`
   */
  async put(bytes: Buffer, type: string): Promise<string> {
    const _id = this.#chance.token(ID_BYTES);
    const stored = { _id, ...storedOf(readAudio(bytes, type)), at: new Date(this.#clock.now()) };
    await untilDurable(async (again) => {
      await this.#media.insertOne(stored, DURABLE).catch((cause: unknown) => {
        // The first attempt was kept though its answer was lost.
        if (!again || !isDuplicateKey(cause)) throw cause;
      });
    });
    return _id;
  }

  /** The same for a recording that came with the texts: it has the same id at every start, and its time begins anew. */
  async ship(bytes: Buffer, type: string): Promise<string> {
    const stored = storedOf(readAudio(bytes, type));
    const _id = createHash('sha256').update(bytes).digest().subarray(0, ID_BYTES).toString('base64url');
    const at = new Date(this.#clock.now());
    await untilDurable(() =>
      this.#media
        .updateOne({ _id }, { $setOnInsert: stored, $set: { at } }, { upsert: true, ...DURABLE })
        .catch((cause: unknown) => {
          // Another process that starts has just put it there.
          if (!isDuplicateKey(cause)) throw cause;
        }),
    );
    return _id;
  }

  /** What these weigh, in bytes, those that are there. */
  async sizes(ids: readonly string[]): Promise<Map<string, number>> {
    const found = await readWithin(
      () => this.#media.find({ _id: { $in: [...ids] } }, { projection: { size: 1 } }).toArray(),
      READ_PATIENCE_MS,
    );
    return new Map(found.map(({ _id, size }) => [_id, size]));
  }

  /** Recordings that are in use: their time begins anew. One that is gone stays gone. */
  async keep(ids: readonly string[]): Promise<void> {
    const _id = { $in: ids.filter((id) => MEDIA_ID.test(id)) };
    const at = new Date(this.#clock.now());
    await untilDurable(() => this.#media.updateMany({ _id }, { $set: { at } }, DURABLE));
  }

  async about(id: string): Promise<MediaCard | null> {
    const found = await this.#find(id, { bytes: 0 });
    return found === null ? null : cardOf(found);
  }

  async get(id: string): Promise<Media | null> {
    const found = await this.#find(id, {});
    return found === null ? null : { ...cardOf(found), bytes: Buffer.from(found.bytes.buffer) };
  }

  /** Harmless to repeat. Copies on phones and at the platforms stay. */
  async drop(id: string): Promise<void> {
    if (MEDIA_ID.test(id)) await untilDurable(() => this.#media.deleteOne({ _id: id }, DURABLE));
  }

  async #find(id: string, projection: mongo.Document): Promise<StoredMedia | null> {
    if (!MEDIA_ID.test(id)) return null;
    return readWithin(
      () => this.#media.findOne({ _id: id }, { projection, readConcern: { level: 'majority' } }),
      READ_PATIENCE_MS,
    );
  }
}

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

const storedOf = ({
  bytes,
  type,
  seconds,
}: ReturnType<typeof readAudio>): Omit<StoredMedia, '_id' | 'at'> => ({
  type,
  size: bytes.length,
  ...(seconds !== undefined && { seconds: Math.round(seconds * 10) / 10 }),
  bytes: new mongo.Binary(bytes),
});

const cardOf = ({ type, size, seconds }: StoredMedia): MediaCard => ({
  type,
  size,
  ...(seconds !== undefined && { seconds }),
});
