import type { Connection } from 'mongoose';
import type { mongo } from 'mongoose';
import type { CollectionRule } from './collections.ts';
import { readWithin, untilDurable } from './durable.ts';

const EXPIRATIONS = 'expirations';
/** A page waits no longer than this. */
const PATIENCE_MS = 3_000;

/** What the job of retention did last with a collection. */
export interface Expiration {
  /** Name of the collection. */
  _id: string;
  /** When it last looked; milliseconds since 1970. */
  at: number;
  /** When it last deleted something, and how many documents. */
  deletedAt?: number;
  deleted?: number;
}

export const EXPIRATION_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: EXPIRATIONS,
    indexes: [],
    retention: {
      kind: 'days',
      days: 400,
      since: 'at',
      reason: 'shows that retention is kept; a line a collection',
    },
  },
];

/** Remembers what retention deleted, so that staff can see that the table is kept (T5). */
export class Expirations {
  readonly #collection: mongo.Collection<Expiration>;

  constructor(connection: Connection) {
    this.#collection = connection.collection<Expiration>(EXPIRATIONS);
  }

  /** @param gone how many documents went, by collection */
  async note(gone: ReadonlyMap<string, number>, at: number): Promise<void> {
    if (gone.size === 0) return;
    const writes = [...gone].map(([_id, deleted]) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { at, ...(deleted > 0 && { deletedAt: at, deleted }) } },
        upsert: true,
      },
    }));
    await untilDurable(() => this.#collection.bulkWrite(writes, { ordered: false }));
  }

  all(): Promise<Expiration[]> {
    return readWithin(() => this.#collection.find().toArray(), PATIENCE_MS);
  }
}
