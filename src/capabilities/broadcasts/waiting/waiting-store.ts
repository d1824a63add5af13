import { mongo } from 'mongoose';
import type { Fingerprint } from '../../../conversation/ports.ts';
import { dayOf } from '../../../domain/clock.ts';
import { untilDurable } from '../../../store/durable.ts';
import { WAIT_DAYS, WAITING } from './collections.ts';
import type { WaitingFigures } from './ports.ts';
import { rangeOf, waitingId } from './waiting-ids.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A report waits. */
const PATIENCE_MS = 3000;
const DAY_MS = 86_400_000;

/** What waits, in MongoDB: whose it is stands in no document, nor do the words. */
export interface WaitingStore {
  /** @returns `false` where it waits already, or was told */
  add(member: Buffer, broadcast: string, day: string): Promise<boolean>;
  /** Broadcasts that wait for this person, the oldest first. */
  of(member: Buffer): Promise<string[]>;
  /** It does not wait any more. Safe to repeat. */
  settle(member: Buffer, broadcast: string, as: Exclude<WaitingState, 'waiting'>): Promise<void>;
  figures(broadcast: string): Promise<WaitingFigures>;
  cancel(broadcast: string): Promise<void>;
  /** All of a person's, whatever became of them. */
  all(member: Buffer): Promise<{ broadcast: string; state: WaitingState; day: string }[]>;
  /** Brings one among a person's that was another's. Safe to repeat. */
  take(member: Buffer, item: { broadcast: string; state: WaitingState; day: string }): Promise<void>;
  erase(member: Buffer): Promise<number>;
  /** @param stay ids of what waits until its report goes */
  expire(now: number, reportDays: number, stay: readonly RegExp[]): Promise<number>;
}

export type WaitingState = 'waiting' | 'read' | 'dropped';

interface Stored {
  _id: mongo.Binary;
  broadcast: string;
  state: WaitingState;
  day: string;
}

export type Database = mongo.Db;

export function waitingStore(db: Database, fingerprint: Fingerprint): WaitingStore {
  const items = db.collection<Stored>(WAITING);
  const idOf = (member: Buffer, broadcast: string): mongo.Binary =>
    new mongo.Binary(waitingId(fingerprint, member, broadcast));
  const whose = (member: Buffer): mongo.Filter<Stored> => {
    const { from, to } = rangeOf(fingerprint, member);
    return { _id: { $gte: new mongo.Binary(from), $lte: new mongo.Binary(to) } };
  };
  const put = (member: Buffer, { broadcast, state, day }: Omit<Stored, '_id'>): Promise<boolean> =>
    untilDurable(async () => {
      const { upsertedCount } = await items.updateOne(
        { _id: idOf(member, broadcast) },
        { $setOnInsert: { broadcast, state, day } },
        { ...DURABLE, upsert: true },
      );
      return upsertedCount === 1;
    });
  return {
    add: (member, broadcast, day) => put(member, { broadcast, state: 'waiting', day }),
    async take(member, item) {
      await put(member, item);
    },
    of: (member) =>
      untilDurable(async () => {
        const found = await items
          .find({ ...whose(member), state: 'waiting' })
          .sort({ day: 1, _id: 1 })
          .toArray();
        return found.map(({ broadcast }) => broadcast);
      }),
    async settle(member, broadcast, as) {
      const waits = { _id: idOf(member, broadcast), state: 'waiting' } as const;
      await untilDurable(() => items.updateOne(waits, { $set: { state: as } }, DURABLE));
    },
    async figures(broadcast) {
      const count = (state: WaitingState): Promise<number> =>
        untilDurable(() => items.countDocuments({ broadcast: { $eq: broadcast }, state }), PATIENCE_MS);
      const [waiting, read, dropped] = await Promise.all([count('waiting'), count('read'), count('dropped')]);
      return { waiting, read, dropped };
    },
    async cancel(broadcast) {
      const those = { broadcast: { $eq: broadcast }, state: 'waiting' } as const;
      await untilDurable(() => items.updateMany(those, { $set: { state: 'dropped' } }, DURABLE));
    },
    all: (member) =>
      untilDurable(async () => {
        const found = await items.find(whose(member)).toArray();
        return found.map(({ broadcast, state, day }) => ({ broadcast, state, day }));
      }),
    erase: (member) =>
      untilDurable(async () => (await items.deleteMany(whose(member), DURABLE)).deletedCount),
    async expire(now, reportDays, stay) {
      const before = (days: number): { day: { $lt: string } } => ({
        day: { $lt: dayOf(now - days * DAY_MS) },
      });
      await untilDurable(() =>
        items.updateMany(
          { ...before(WAIT_DAYS), state: 'waiting', broadcast: { $nin: [...stay] } },
          { $set: { state: 'dropped' } },
          DURABLE,
        ),
      );
      return untilDurable(async () => (await items.deleteMany(before(reportDays), DURABLE)).deletedCount);
    },
  };
}
