import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Fingerprint } from '../conversation/ports.ts';
import type { CollectionRule } from './collections.ts';
import { isDuplicateKey, readWithin, untilDurable } from './durable.ts';

const COLLECTION = 'whatsapp_windows';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A sender waits for the answer. */
const READ_PATIENCE_MS = 2000;
/** Addresses whose hour is remembered, so that it is written once. */
const CACHED = 20_000;

/** When people last wrote on WhatsApp, by the hour: who wrote is found by a fingerprint alone (T6). */
export const WINDOWS_COLLECTION: CollectionRule = {
  name: COLLECTION,
  indexes: [{ name: 'touched', key: { touched: 1 } }],
  retention: {
    kind: 'days',
    days: 3,
    since: 'touched',
    reason:
      'WhatsApp takes free words for 24 hours after a person wrote; a template is sent once a day at most.',
  },
};

interface StoredWindow {
  _id: mongo.Binary;
  opened?: Date;
  knocked?: Date;
  touched: Date;
}

/** What the channel keeps of an address; everything to the hour, rounded down. */
export class WhatsappWindows {
  readonly #windows: mongo.Collection<StoredWindow>;
  readonly #fingerprint: Fingerprint;
  readonly #written = new LRUCache<string, number>({ max: CACHED });

  constructor(connection: Connection, fingerprint: Fingerprint) {
    this.#windows = connection.collection(COLLECTION) as unknown as mongo.Collection<StoredWindow>;
    this.#fingerprint = fingerprint;
  }

  async opened(address: string, at: number): Promise<void> {
    const hour = hourOf(at);
    if ((this.#written.get(address) ?? -1) >= hour) return;
    const opened = new Date(hour);
    await untilDurable(() =>
      this.#windows.updateOne(
        { _id: this.#key(address) },
        { $max: { opened, touched: opened } },
        { upsert: true },
      ),
    );
    this.#written.set(address, hour);
  }

  async lastOpened(address: string): Promise<number | undefined> {
    const found = await readWithin(
      () => this.#windows.findOne({ _id: this.#key(address) }, { projection: { opened: 1 } }),
      READ_PATIENCE_MS,
    );
    return found?.opened?.getTime();
  }

  /** When free words are taken no more, in milliseconds since 1970; `null`: they are not now. */
  async openUntil(address: string, now: number): Promise<number | null> {
    const ends = ((await this.lastOpened(address)) ?? 0) + DAY_MS;
    return ends > now ? ends : null;
  }

  /** One atomic write, so that of several processes one has the leave. */
  async mayKnock(address: string, at: number): Promise<boolean> {
    const knocked = new Date(at);
    const due = { $or: [{ knocked: { $exists: false } }, { knocked: { $lte: new Date(at - DAY_MS) } }] };
    return untilDurable(async () => {
      try {
        const { matchedCount, upsertedCount } = await this.#windows.updateOne(
          { _id: this.#key(address), ...due },
          { $set: { knocked }, $max: { touched: knocked } },
          { upsert: true },
        );
        return matchedCount + upsertedCount > 0;
      } catch (cause) {
        // It is there, and not due.
        if (isDuplicateKey(cause)) return false;
        throw cause;
      }
    });
  }

  /** Of a person who is erased. */
  async drop(address: string): Promise<void> {
    this.#written.delete(address);
    await untilDurable(() => this.#windows.deleteOne({ _id: this.#key(address) }));
  }

  #key(address: string): mongo.Binary {
    return new mongo.Binary(this.#fingerprint('whatsapp_window', address).subarray(0, 16));
  }
}

const hourOf = (at: number): number => at - (at % HOUR_MS);
