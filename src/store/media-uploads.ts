import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Fingerprint, Sealer } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import { unavailable } from '../domain/faults.ts';
import { MEDIA_ID } from '../domain/media.ts';
import type { CollectionRule } from './collections.ts';
import { untilDurable } from './durable.ts';

const COLLECTION = 'media_uploads';
const ID_BYTES = 16;
/** What waits is fetched within seconds: so much at a time is a flood, and 400 MB of disk. */
const MOST_WAITING = 200;

/** What the chat page brings has no platform behind it that would keep it until it is fetched: class A, sealed. */
export const UPLOADS_COLLECTION: CollectionRule = {
  name: COLLECTION,
  indexes: [{ name: 'erase', key: { chat: 1 } }],
  retention: {
    kind: 'days',
    days: 1,
    since: 'at',
    reason: 'It is fetched within seconds and sealed under its person’s own key; an outage may take a day.',
  },
};

interface StoredUpload {
  _id: mongo.Binary;
  /** Fingerprint of the chat, for erasure. */
  chat: mongo.Binary;
  type: string;
  at: Date;
  sealed: mongo.Binary;
}

/** Files on their way from the chat page to where they are kept. */
export class MediaUploads {
  readonly #uploads: mongo.Collection<StoredUpload>;
  readonly #fingerprint: Fingerprint;
  readonly #sealer: Sealer;
  readonly #clock: Clock;

  constructor(connection: Connection, fingerprint: Fingerprint, sealer: Sealer, clock: Clock) {
    this.#uploads = connection.collection(COLLECTION) as unknown as mongo.Collection<StoredUpload>;
    this.#fingerprint = fingerprint;
    this.#sealer = sealer;
    this.#clock = clock;
  }

  /**
   * Resolves once durable, with the id under which it is found; the same message has the same one.
   * @throws Fault unavailable `uploads_full`: the page comes again with it
   */
  async put(address: string, message: string, file: { type: string; bytes: Buffer }): Promise<string> {
    if ((await untilDurable(() => this.#uploads.estimatedDocumentCount())) >= MOST_WAITING)
      throw unavailable('uploads_full', 'Too many files wait.');
    const key = this.#fingerprint('media-upload', address, message).subarray(0, ID_BYTES);
    const id = key.toString('base64url');
    const upload = {
      chat: this.#chat(address),
      type: file.type,
      at: new Date(this.#clock.now()),
      sealed: new mongo.Binary(this.#sealer.seal(file.bytes.toString('base64'), placeOf(id))),
    };
    const _id = new mongo.Binary(key);
    await untilDurable(() => this.#uploads.replaceOne({ _id }, upload, { upsert: true, ...DURABLE }));
    return id;
  }

  /** `null`: it never was, or its day is over. */
  async get(id: string): Promise<{ type: string; bytes: Buffer } | null> {
    if (!MEDIA_ID.test(id)) return null;
    const _id = new mongo.Binary(Buffer.from(id, 'base64url'));
    const found = await untilDurable(() => this.#uploads.findOne({ _id }));
    if (found === null) return null;
    const plain = this.#sealer.open(found.sealed.buffer, placeOf(id));
    return { type: found.type, bytes: Buffer.from(plain, 'base64') };
  }

  /** Harmless to repeat. */
  async remove(id: string): Promise<void> {
    if (!MEDIA_ID.test(id)) return;
    const _id = new mongo.Binary(Buffer.from(id, 'base64url'));
    await untilDurable(() => this.#uploads.deleteOne({ _id }));
  }

  /** Of a person who is erased. */
  async drop(address: string): Promise<void> {
    await untilDurable(() => this.#uploads.deleteMany({ chat: this.#chat(address) }, DURABLE));
  }

  #chat(address: string): mongo.Binary {
    return new mongo.Binary(this.#fingerprint('media-upload-chat', address).subarray(0, ID_BYTES));
  }
}

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

const placeOf = (id: string): string => `${COLLECTION}/sealed/${id}`;
