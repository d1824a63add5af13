import type { mongo } from 'mongoose';
import { UPDATES } from '../collections.ts';
import type { Update } from '../model/update.ts';
import { read, type StoredUpdate } from '../updates-store.ts';
import { A_BATCH } from './log-store.ts';

/** Items that were published once, whatever became of them, as they are stored. */
export interface NumberedItems {
  all(): AsyncIterable<Update>;
  byId(id: string): Promise<Update | undefined>;
}

export function numberedItems(db: mongo.Db): NumberedItems {
  const updates = db.collection<StoredUpdate>(UPDATES);
  return {
    async *all() {
      const options = { sort: { _id: 1 }, batchSize: A_BATCH } as const;
      for await (const found of updates.find({ publication: { $type: 'object' } }, options))
        yield read(found);
    },
    async byId(id) {
      const found = await updates.findOne({ _id: id });
      return found === null ? undefined : read(found);
    },
  };
}
