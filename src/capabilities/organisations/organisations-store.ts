import type { mongo } from 'mongoose';
import { isDuplicateKey, readWithin, untilDurable } from '../../store/durable.ts';
import { ORGANISATIONS } from './collections.ts';
import type { Organisation } from './organisation.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits for the page. */
const PATIENCE_MS = 3000;
/** More than the field has; a page lists them all. */
const MOST_LISTED = 200;

export interface OrganisationsStore {
  /** By name. */
  list(): Promise<Organisation[]>;
  find(id: string): Promise<Organisation | undefined>;
  /** @returns `false` where the word is taken */
  add(organisation: Organisation): Promise<boolean>;
}

type Stored = Omit<Organisation, 'id'> & { _id: string };

export function organisationsStore(db: mongo.Db): OrganisationsStore {
  const organisations = db.collection<Stored>(ORGANISATIONS);
  return {
    async list() {
      const found = await readWithin(
        () => organisations.find().sort({ name: 1, _id: 1 }).limit(MOST_LISTED).toArray(),
        PATIENCE_MS,
      );
      return found.map(read);
    },
    async find(id) {
      const found = await readWithin(() => organisations.findOne({ _id: { $eq: id } }), PATIENCE_MS);
      return found === null ? undefined : read(found);
    },
    add: ({ id, name, kind }) =>
      untilDurable(async (again) => {
        try {
          await organisations.insertOne({ _id: id, name, kind }, DURABLE);
          return true;
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          // Ours, if the first try's answer was lost.
          return again && (await organisations.findOne({ _id: id, name, kind })) !== null;
        }
      }, PATIENCE_MS),
  };
}

const read = ({ _id: id, name, kind }: Stored): Organisation => ({ id, name, kind });
