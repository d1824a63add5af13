import type { mongo } from 'mongoose';
import { untilDurable } from '../../store/durable.ts';
import { UPDATES } from './collections.ts';
import type { Update, UpdateNumber } from './model/update.ts';
import { read, type StoredUpdate } from './updates-store.ts';

/** A talk waits: its door has 3 s for everything. */
const PATIENCE_MS = 2000;

/** What citizens may read, of every organisation. */
export interface PublishedStore {
  /**
   * The newest first: the one after `after` in that order, or the first of all. What is withdrawn or past its day of
   * review (before `today`) is left out.
   */
  next(after: UpdateNumber | undefined, today: string): Promise<Update | undefined>;
  byNumber(number: UpdateNumber): Promise<Update | undefined>;
  /** In whatever state, for a send. */
  byId(id: string): Promise<Update | undefined>;
}

export function publishedStore(db: mongo.Db): PublishedStore {
  const updates = db.collection<StoredUpdate>(UPDATES);
  const one = (filter: mongo.Filter<StoredUpdate>): Promise<Update | undefined> =>
    untilDurable(async () => {
      const found = await updates.findOne(filter, {
        sort: { 'number.year': -1, 'number.n': -1 },
        projection: { history: 0 },
      });
      return found === null ? undefined : read(found);
    }, PATIENCE_MS);
  return {
    next: (after, today) =>
      one({
        numbered: true,
        state: 'published',
        'content.reviewBy': { $gte: today },
        ...(after === undefined ? {} : older(after)),
      }),
    byNumber: ({ year, n }) =>
      one({ numbered: true, 'number.year': year, 'number.n': n, state: 'published' }),
    byId: (id) => one({ _id: id }),
  };
}

const older = ({ year, n }: UpdateNumber): mongo.Filter<StoredUpdate> => ({
  $or: [{ 'number.year': { $lt: year } }, { 'number.year': year, 'number.n': { $lt: n } }],
});
