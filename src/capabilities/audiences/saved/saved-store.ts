import type { mongo } from 'mongoose';
import { isDuplicateKey, readWithin, untilDurable } from '../../../store/durable.ts';
import { SAVED } from '../collections.ts';
import type { SavedAudience } from './saved.ts';

/** A person waits in front of a form. */
const PATIENCE_MS = 3000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** More than this nobody finds their way in; the form refuses another. */
export const MOST_SAVED = 200;

/** Whose: a coordinator's are those that leave none of these regions. */
export interface Whose {
  org: string;
  regions?: readonly string[];
}

type Stored = Omit<SavedAudience, 'id'> & { _id: string };

/** Every write is durable and safe to repeat. */
export interface SavedStore {
  insert(saved: SavedAudience): Promise<void>;
  find(whose: Whose, id: string): Promise<SavedAudience | undefined>;
  /** By name, {@link MOST_SAVED} at most. */
  list(whose: Whose): Promise<SavedAudience[]>;
  /** `false`: somebody else has changed or deleted it since. */
  replace(from: SavedAudience, to: SavedAudience): Promise<boolean>;
  /** As {@link replace}. */
  remove(saved: SavedAudience): Promise<boolean>;
  dropDemo(): Promise<void>;
}

export function savedStore(db: mongo.Db): SavedStore {
  const kept = db.collection<Stored>(SAVED);
  return {
    insert: (saved) =>
      untilDurable(async (again) => {
        try {
          await kept.insertOne(stored(saved), DURABLE);
        } catch (cause) {
          // The id is random: that it is there means that the try whose answer was lost had worked.
          if (!(again && isDuplicateKey(cause))) throw cause;
        }
      }, PATIENCE_MS),
    find: (whose, id) =>
      readWithin(async () => {
        const found = await kept.findOne({ ...filterOf(whose), _id: { $eq: id } });
        return found === null ? undefined : read(found);
      }, PATIENCE_MS),
    list: (whose) =>
      readWithin(
        async () =>
          (await kept.find(filterOf(whose)).sort({ name: 1, _id: 1 }).limit(MOST_SAVED).toArray()).map(read),
        PATIENCE_MS,
      ),
    replace: ({ id, org, rev }, to) =>
      untilDurable(async (again) => {
        const { matchedCount } = await kept.replaceOne({ _id: id, org, rev }, stored(to), DURABLE);
        if (matchedCount === 1 || !again) return matchedCount === 1;
        return (await kept.countDocuments({ _id: id, rev: to.rev, changedAt: to.changedAt })) > 0;
      }, PATIENCE_MS),
    remove: ({ id, org, rev }) =>
      untilDurable(async (again) => {
        const { deletedCount } = await kept.deleteOne({ _id: id, org, rev }, DURABLE);
        return deletedCount === 1 || again;
      }, PATIENCE_MS),
    dropDemo: () =>
      untilDurable(async () => {
        await kept.deleteMany({ demo: true }, DURABLE);
      }),
  };
}

const filterOf = ({ org, regions }: Whose): mongo.Filter<Stored> => ({
  org,
  ...(regions === undefined
    ? {}
    : {
        'scope.regions': { $exists: true },
        $expr: { $setIsSubset: [{ $ifNull: ['$scope.regions', ['']] }, [...regions]] },
      }),
});

const stored = ({ id, ...rest }: SavedAudience): Stored => ({ _id: id, ...rest });
const read = ({ _id, ...rest }: Stored): SavedAudience => ({ id: _id, ...rest });
