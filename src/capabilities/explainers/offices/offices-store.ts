import type { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { OFFICES } from '../collections.ts';
import type { Office, QuestionTheme } from './office.ts';

export type Database = mongo.Db;

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const PATIENCE_MS = 2000;
/** More than a country has offices that answer citizens. */
const MOST = 200;

interface Stored extends Omit<Office, 'id'> {
  _id: string;
  day: string;
  /** It answers for some theme: what the unique index selects by, as a list without any would count as one. */
  answers?: true;
}

export interface OfficesStore {
  /** `taken`: another office answers for one of the themes. */
  put(office: Office, day: string): Promise<'written' | 'taken'>;
  all(): Promise<Office[]>;
  of(org: string): Promise<Office[]>;
  find(id: string): Promise<Office | undefined>;
  /** Who answers for a theme; nobody: whoever answers for the rest. */
  forTheme(theme: QuestionTheme): Promise<Office | undefined>;
  dropDemo(): Promise<void>;
}

/** Offices that answer questions, in MongoDB. */
export function officesStore(db: Database): OfficesStore {
  const offices = db.collection<Stored>(OFFICES);
  const list = (filter: mongo.Filter<Stored>): Promise<Office[]> =>
    untilDurable(
      async () =>
        (await offices.find(filter, { sort: { name: 1, _id: 1 }, limit: MOST }).toArray()).map(read),
      PATIENCE_MS,
    );
  const one = async (filter: mongo.Filter<Stored>): Promise<Office | undefined> => (await list(filter))[0];
  return {
    put: ({ id, ...office }, day) =>
      untilDurable(async () => {
        try {
          const answers = office.themes.length > 0 ? { answers: true as const } : {};
          const whole = { ...office, themes: [...office.themes], day, ...answers };
          await offices.replaceOne({ _id: id }, whole, { ...DURABLE, upsert: true });
          return 'written';
        } catch (cause) {
          if (isDuplicateKey(cause)) return 'taken';
          throw cause;
        }
      }, PATIENCE_MS),
    all: () => list({}),
    of: (org) => list({ org }),
    find: (id) => one({ _id: id }),
    forTheme: async (theme) => (await one({ themes: theme })) ?? (await one({ themes: 'autre' })),
    dropDemo: () =>
      untilDurable(async () => {
        await offices.deleteMany({ demo: true }, DURABLE);
      }),
  };
}

const read = ({ _id, ...office }: Stored): Office => ({ ...office, id: _id });
