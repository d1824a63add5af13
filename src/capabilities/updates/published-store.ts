import type { mongo } from 'mongoose';
import { untilDurable } from '../../store/durable.ts';
import { UPDATES } from './collections.ts';
import type { Update, UpdateNumber } from './model/update.ts';
import { read, type StoredUpdate } from './updates-store.ts';

/** More than a week brings; what a reader of titles has no room for is counted. */
const MOST_AT_ONCE = 100;
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
  /** What was published from one moment until before another and still stands on `today`, the newest first. */
  between(from: number, to: number, today: string): Promise<Update[]>;
  /** The newest that has this number, in whatever state. */
  ofNumber(number: UpdateNumber): Promise<Update | undefined>;
  /** Which item this version of a number is, in whatever state. */
  idOf(number: UpdateNumber, version: number): Promise<string | undefined>;
  /** In whatever state, for a send. */
  byId(id: string): Promise<Update | undefined>;
}

export function publishedStore(db: mongo.Db): PublishedStore {
  const updates = db.collection<StoredUpdate>(UPDATES);
  const one = (filter: mongo.Filter<StoredUpdate>): Promise<Update | undefined> =>
    untilDurable(async () => {
      const found = await updates.findOne(filter, { sort: NEWEST, projection: { history: 0 } });
      return found === null ? undefined : read(found);
    }, PATIENCE_MS);
  const numbered = ({ year, n }: UpdateNumber): mongo.Filter<StoredUpdate> => ({
    numbered: true,
    'number.year': year,
    'number.n': n,
  });
  return {
    async next(after, today) {
      // One that was withdrawn meanwhile still says where the reader stands.
      const last = after === undefined ? undefined : await one(numbered(after));
      return one({
        state: 'published',
        'content.reviewBy': { $gte: today },
        ...(last?.publication === undefined ? {} : older(last.publication.at, last.id)),
      });
    },
    between: (from, to, today) =>
      untilDurable(async () => {
        const found = await updates
          .find(
            {
              ...{ state: 'published', demo: false, 'content.reviewBy': { $gte: today } },
              'publication.at': { $gte: from, $lt: to },
            },
            { sort: NEWEST, limit: MOST_AT_ONCE, projection: { history: 0 } },
          )
          .toArray();
        return found.map(read);
      }, PATIENCE_MS),
    byNumber: (number) => one({ ...numbered(number), state: 'published' }),
    ofNumber: (number) => one(numbered(number)),
    async idOf(number, version) {
      let item = await one(numbered(number));
      // Only the newest has the number to itself; each names the one it replaced.
      while (item?.corrects !== undefined && item.publication?.version !== version)
        item = await one({ _id: item.corrects.id });
      return item?.publication?.version === version ? item.id : undefined;
    },
    byId: (id) => one({ _id: id }),
  };
}

const NEWEST = { 'publication.at': -1, _id: -1 } as const;

const older = (at: number, id: string): mongo.Filter<StoredUpdate> => ({
  $or: [{ 'publication.at': { $lt: at } }, { 'publication.at': at, _id: { $lt: id } }],
});
