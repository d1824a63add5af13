import { mongo } from 'mongoose';
import type { Sealer } from '../../../conversation/ports.ts';
import { readWithin, untilDurable } from '../../../store/durable.ts';
import { IMPORT_ROWS, IMPORTS } from '../collections.ts';
import type { Contact } from '../reading/contact.ts';
import type { ContactImport, ImportState } from './import.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Somebody waits for the page. */
const PATIENCE_MS = 3000;
const MOST_LISTED = 50;

export type Database = mongo.Db;

/** Imports, and the rows they have yet to bring; those lie sealed. */
export interface ImportsStore {
  list(org: string): Promise<ContactImport[]>;
  find(id: string): Promise<ContactImport | undefined>;
  add(made: ContactImport): Promise<void>;
  /** Compare and set. `false`: it stood elsewhere. */
  move(id: string, from: readonly ImportState[], to: ImportState): Promise<boolean>;
  putPage(id: string, page: number, contacts: readonly Contact[], day: string): Promise<void>;
  /** `undefined`: it was brought, or went with time. */
  page(id: string, page: number): Promise<Contact[] | undefined>;
  /** It has been brought. Safe to repeat. */
  donePage(id: string, page: number): Promise<void>;
  dropPages(id: string): Promise<void>;
}

type Stored = Omit<ContactImport, 'id'> & { _id: string };

interface StoredPage {
  _id: string;
  import: string;
  sealed: mongo.Binary;
  day: string;
}

export function importsStore(db: Database, sealer: Sealer): ImportsStore {
  const imports = db.collection<Stored>(IMPORTS);
  const rows = db.collection<StoredPage>(IMPORT_ROWS);
  const place = (id: string): string => `${IMPORT_ROWS}/sealed/${id}`;
  return {
    async list(org) {
      const found = await readWithin(
        () =>
          imports
            .find({ org: { $eq: org } }, { projection: { faults: 0 } })
            .sort({ day: -1, _id: 1 })
            .limit(MOST_LISTED)
            .toArray(),
        PATIENCE_MS,
      );
      return found.map((each) => read({ ...each, faults: [] }));
    },
    async find(id) {
      const found = await readWithin(() => imports.findOne({ _id: { $eq: id } }), PATIENCE_MS);
      return found === null ? undefined : read(found);
    },
    async add({ id, ...made }) {
      await untilDurable(() => imports.replaceOne({ _id: id }, made, { ...DURABLE, upsert: true }));
    },
    async move(id, from, to) {
      const { matchedCount } = await untilDurable(
        () => imports.updateOne({ _id: id, state: { $in: [...from] } }, { $set: { state: to } }, DURABLE),
        PATIENCE_MS,
      );
      return matchedCount === 1;
    },
    async putPage(id, page, contacts, day) {
      const _id = pageId(id, page);
      const sealed = new mongo.Binary(sealer.seal(JSON.stringify(contacts), place(_id)));
      await untilDurable(() =>
        rows.replaceOne({ _id }, { import: id, sealed, day }, { ...DURABLE, upsert: true }),
      );
    },
    async page(id, page) {
      const _id = pageId(id, page);
      const found = await untilDurable(() => rows.findOne({ _id }));
      return found === null
        ? undefined
        : (JSON.parse(sealer.open(found.sealed.buffer, place(_id))) as Contact[]);
    },
    async donePage(id, page) {
      // The rows go last: a crash in between brings a page again, which changes nothing.
      await untilDurable(() =>
        imports.updateOne({ _id: id, next: page }, { $set: { next: page + 1 } }, DURABLE),
      );
      await untilDurable(() => rows.deleteOne({ _id: pageId(id, page) }, DURABLE));
    },
    async dropPages(id) {
      await untilDurable(() => rows.deleteMany({ import: { $eq: id } }, DURABLE));
    },
  };
}

const pageId = (id: string, page: number): string => `${id}/${String(page)}`;
const read = ({ _id: id, ...rest }: Stored): ContactImport => ({ id, ...rest });
