import type { mongo } from 'mongoose';
import { isDuplicateKey, readWithin, untilDurable } from '../../store/durable.ts';
import { CONFIRMED_DAYS } from './collections.ts';
import type { Confirmed } from './days/coming.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits for the page. */
const PATIENCE_MS = 3000;
/** Five feasts a year for two years and some: a page lists them all. */
const MOST = 50;

/** Feasts as staff have confirmed them. */
export interface DaysStore {
  /** The last ones. */
  confirmed(): Promise<Confirmed[]>;
  /** @returns `false` where another day was confirmed meanwhile */
  confirm(day: Confirmed): Promise<boolean>;
  /** @returns `false` where it was not confirmed for this day */
  takeBack(day: Confirmed): Promise<boolean>;
}

interface Stored {
  _id: string;
  day: string;
}

export type Database = mongo.Db;

export function daysStore(db: Database): DaysStore {
  const days = db.collection<Stored>(CONFIRMED_DAYS);
  return {
    async confirmed() {
      const found = await readWithin(() => days.find().sort({ day: -1 }).limit(MOST).toArray(), PATIENCE_MS);
      return found.map(({ _id: id, day }) => ({ id, day }));
    },
    confirm: ({ id, day }) =>
      untilDurable(async () => {
        try {
          await days.insertOne({ _id: id, day }, DURABLE);
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          // The same day again, or the first try's lost answer: it holds as wanted.
          return (await days.findOne({ _id: { $eq: id }, day: { $eq: day } })) !== null;
        }
      }, PATIENCE_MS),
    async takeBack({ id, day }) {
      const { deletedCount } = await untilDurable(
        () => days.deleteOne({ _id: { $eq: id }, day: { $eq: day } }, DURABLE),
        PATIENCE_MS,
      );
      return deletedCount === 1;
    },
  };
}
