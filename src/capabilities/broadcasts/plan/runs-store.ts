import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { RUNS } from './collections.ts';
import type { RunDoc } from './documents-store.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** Looks ten seconds apart: the pace of the last minute. */
const LOOKS_KEPT = 7;

/** How far each broadcast has come, in the database; every write is durable and may be repeated. */
export interface RunsStore {
  find(broadcast: string): Promise<RunDoc | null>;
  /** Opens it, or finds it where it stands. */
  open(broadcast: string, day: string): Promise<RunDoc>;
  /** Moves the cursor over a page that is planned; `false`: another process has moved it meanwhile. */
  planned(run: RunDoc, cursor: Buffer, members: number): Promise<boolean>;
  set(
    broadcast: string,
    what: Partial<Pick<RunDoc, 'of' | 'channels' | 'regions' | 'stoppedBy'>>,
  ): Promise<void>;
  /** Up to whom the first ones go; said once. */
  firstUntil(broadcast: string, until: Buffer): Promise<void>;
  /** The first ones are sent to; or a person, or their receipts, let all others follow. */
  firstSent(broadcast: string, at: number): Promise<void>;
  firstOver(broadcast: string): Promise<void>;
  bypassed(broadcast: string, people: number): Promise<void>;
  look(broadcast: string, look: RunDoc['looks'][number]): Promise<void>;
  /** It goes on after a rest, which says nothing of its pace. */
  rested(broadcast: string): Promise<void>;
  /** Of all there are; or begun before a day. */
  all(before?: string): Promise<string[]>;
}

export function runsStore(db: mongo.Db): RunsStore {
  const runs = db.collection<RunDoc>(RUNS, DURABLE);
  const find = (_id: string): Promise<RunDoc | null> => untilDurable(() => runs.findOne({ _id }));
  return {
    find,
    async open(_id, day) {
      const fresh = { day, cursor: null, planned: 0, bypassed: 0, looks: [] };
      await untilDurable(async () => {
        try {
          await runs.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true });
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
        }
      });
      return (await find(_id)) ?? { _id, ...fresh };
    },
    planned: ({ _id, cursor: before }, cursor, members) =>
      untilDurable(async (again) => {
        const after = new mongo.Binary(cursor);
        const { matchedCount } = await runs.updateOne(
          { _id, cursor: before },
          { $set: { cursor: after }, $inc: { planned: members } },
        );
        if (matchedCount === 1 || !again) return matchedCount === 1;
        return (await runs.countDocuments({ _id, cursor: after })) === 1;
      }),
    async set(_id, what) {
      await untilDurable(() => runs.updateOne({ _id }, { $set: what }));
    },
    async firstUntil(_id, until) {
      const canary = { until: new mongo.Binary(until) };
      await untilDurable(() => runs.updateOne({ _id, canary: { $exists: false } }, { $set: { canary } }));
    },
    async firstSent(_id, at) {
      const unsaid = { _id, canary: { $exists: true }, 'canary.sentAt': { $exists: false } };
      await untilDurable(() => runs.updateOne(unsaid, { $set: { 'canary.sentAt': at } }));
    },
    async firstOver(_id) {
      const first = { _id, canary: { $exists: true } };
      await untilDurable(() => runs.updateOne(first, { $set: { 'canary.over': true } }));
    },
    async bypassed(_id, people) {
      await untilDurable(() => runs.updateOne({ _id }, { $inc: { bypassed: people } }));
    },
    async look(_id, look) {
      const push = { looks: { $each: [look], $slice: -LOOKS_KEPT } };
      await untilDurable(() => runs.updateOne({ _id }, { $push: push }));
    },
    async rested(_id) {
      await untilDurable(() => runs.updateOne({ _id }, { $set: { looks: [] } }));
    },
    async all(before) {
      const filter = before === undefined ? {} : { day: { $lt: before } };
      const found = await untilDurable(() => runs.find(filter, { projection: { _id: 1 } }).toArray());
      return found.map(({ _id }) => _id);
    },
  };
}
