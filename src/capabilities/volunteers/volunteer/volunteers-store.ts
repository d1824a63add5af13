import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { VOLUNTEERS } from '../collections.ts';
import type { Guardian, StoredVolunteer } from './volunteer.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** Volunteers' sheets in MongoDB. */
export interface VolunteersStore {
  find(id: Buffer): Promise<StoredVolunteer | null>;
  findMany(ids: readonly Buffer[]): Promise<Map<string, StoredVolunteer>>;
  /** Writes a sheet; a guardian's consent that is there stays. Repeating it changes nothing. */
  put(volunteer: Omit<StoredVolunteer, 'guardian'>, guardian: Guardian | null): Promise<void>;
  /** Writes a whole sheet, in the place of what is there. */
  replace(volunteer: StoredVolunteer): Promise<void>;
  change(id: Buffer, set: Partial<Pick<StoredVolunteer, 'languages' | 'day'>>): Promise<void>;
  remove(id: Buffer): Promise<number>;
  /** Whether somebody with this code waits for a guardian's consent. */
  awaits(code: string): Promise<boolean>;
  /** Records a guardian's consent for whoever has this code and waits for it; `false`: nobody does. */
  consent(given: Extract<Guardian, { state: 'given' }>): Promise<boolean>;
  /** How many wait for a guardian's consent. */
  waiting(): Promise<number>;
  count(): Promise<{ volunteers: number; waiting: number }>;
}

export function volunteersStore(db: mongo.Db): VolunteersStore {
  const volunteers = db.collection<StoredVolunteer>(VOLUNTEERS);
  // The filter is the partial index's own, so that its size is all that is read.
  const howManyWait = (): Promise<number> =>
    untilDurable(() => volunteers.countDocuments({ 'guardian.state': 'asked' }));
  return {
    async find(id) {
      const doc = await untilDurable(() => volunteers.findOne({ _id: id }));
      return doc === null ? null : read(doc);
    },
    async findMany(ids) {
      // One equality each: `$in` on the key of a clustered collection scans all of it (MongoDB 6.0).
      const docs = await Promise.all(ids.map((id) => untilDurable(() => volunteers.findOne({ _id: id }))));
      return new Map(docs.flatMap((doc) => (doc === null ? [] : [[hex(read(doc)._id), read(doc)] as const])));
    },
    async put({ _id, ...sheet }, guardian) {
      const asked = guardian === null ? '$$REMOVE' : { $ifNull: ['$guardian', { $literal: guardian }] };
      const literal = Object.fromEntries(
        Object.entries(sheet).map(([key, value]) => [key, { $literal: value }]),
      );
      await untilDurable(() =>
        volunteers.updateOne({ _id }, [{ $set: { ...literal, guardian: asked } }], {
          upsert: true,
          ...DURABLE,
        }),
      );
    },
    async replace({ _id, ...sheet }) {
      await untilDurable(() => volunteers.replaceOne({ _id }, sheet, { upsert: true, ...DURABLE }));
    },
    async change(id, set) {
      await untilDurable(() => volunteers.updateOne({ _id: id }, { $set: set }, DURABLE));
    },
    async remove(id) {
      const { deletedCount } = await untilDurable(() => volunteers.deleteOne({ _id: id }, DURABLE));
      return deletedCount;
    },
    async awaits(code) {
      const waiting = { 'guardian.code': { $eq: code }, 'guardian.state': 'asked' };
      return (await untilDurable(() => volunteers.findOne(waiting, { projection: { _id: 1 } }))) !== null;
    },
    async consent(given) {
      const { code, by, day } = given;
      // The second form is our own write, met again when its answer was lost.
      const waits = [{ 'guardian.state': 'asked' }, { 'guardian.by': by, 'guardian.day': day }];
      const { matchedCount } = await untilDurable(() =>
        volunteers.updateOne(
          { 'guardian.code': { $eq: code }, $or: waits },
          { $set: { guardian: given } },
          DURABLE,
        ),
      );
      return matchedCount > 0;
    },
    waiting: howManyWait,
    async count() {
      const [all, waiting] = await Promise.all([volunteers.estimatedDocumentCount(), howManyWait()]);
      return { volunteers: all, waiting };
    },
  };
}

export const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex');

/** The driver hands out its own kind of bytes. */
const read = (doc: StoredVolunteer): StoredVolunteer => ({
  ...doc,
  _id: bytes(doc._id),
  nickname: bytes(doc.nickname),
});

export const bytes = (held: Uint8Array | mongo.Binary): Buffer =>
  Buffer.from(held instanceof mongo.Binary ? held.value() : held);
