import type { mongo } from 'mongoose';
import { dayOf } from '../../../domain/clock.ts';
import { isDuplicateKey, readWithin, untilDurable } from '../../../store/durable.ts';
import { PUBLICATIONS } from '../collections.ts';
import type { Publication } from './publication.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits for the page. */
const PATIENCE_MS = 3000;
/** Editions of one survey that are compared and listed; a campaign has a few. */
const MOST = 200;

type Stored = Omit<Publication, 'id'> & { _id: string; day: string };

/** Frozen results on their way to everybody. */
export interface PublicationsStore {
  add(publication: Publication): Promise<void>;
  /** Of one survey what was ever published and what waits, the newest first. */
  of(survey: string): Promise<Publication[]>;
  /** The highest edition of each survey, whatever became of it; by the day it was published, the newest first. */
  latest(): Promise<Publication[]>;
  latestOf(survey: string): Promise<Publication | undefined>;
  /**
   * Moves it on from exactly this state.
   * @returns `false` where somebody else was first, or another one took its edition
   */
  move(from: Publication, to: Publication): Promise<boolean>;
  /** Takes the demonstration away. */
  dropDemo(): Promise<void>;
}

export function publicationsStore(db: mongo.Db): PublicationsStore {
  const publications = db.collection<Stored>(PUBLICATIONS);
  const find = async (
    filter: mongo.Filter<Stored>,
    sort: mongo.Sort,
    limit: number,
  ): Promise<Publication[]> =>
    (await readWithin(() => publications.find(filter).sort(sort).limit(limit).toArray(), PATIENCE_MS)).map(
      read,
    );
  const published = { edition: { $exists: true } };
  return {
    add: (publication) =>
      untilDurable(async (again) => {
        try {
          await publications.insertOne(stored(publication), DURABLE);
        } catch (cause) {
          // The id is random: that it is there means that the try whose answer was lost had worked.
          if (!(again && isDuplicateKey(cause))) throw cause;
        }
      }, PATIENCE_MS),
    of: (survey) =>
      find(
        { survey: { $eq: survey }, $or: [published, { state: 'proposed' }] },
        { 'proposed.at': -1, _id: 1 },
        MOST,
      ),
    async latest() {
      const all = await find(published, { edition: -1, _id: 1 }, MOST);
      const newest = new Map<string, Publication>();
      for (const one of all) if (!newest.has(one.survey)) newest.set(one.survey, one);
      return [...newest.values()].sort((a, b) => (b.published?.at ?? 0) - (a.published?.at ?? 0));
    },
    latestOf: async (survey) =>
      (await find({ survey: { $eq: survey }, ...published }, { edition: -1 }, 1))[0],
    move: ({ id, state }, to) =>
      untilDurable(async (again) => {
        try {
          const { _id, ...fields } = stored(to);
          const { matchedCount } = await publications.replaceOne({ _id, state }, { ...fields }, DURABLE);
          return (
            matchedCount === 1 ||
            (again && (await publications.countDocuments({ _id: id, state: to.state })) > 0)
          );
        } catch (cause) {
          if (isDuplicateKey(cause)) return false;
          throw cause;
        }
      }, PATIENCE_MS),
    dropDemo: () =>
      untilDurable(async () => {
        await publications.deleteMany({ demo: true }, DURABLE);
      }),
  };
}

const stored = ({ id, ...publication }: Publication): Stored => ({
  ...publication,
  ...{ _id: id, day: dayOf(publication.published?.at ?? publication.proposed.at) },
});

const read = ({ _id, ...publication }: Stored): Publication => ({ ...publication, id: _id });
