import { trusted } from 'mongoose';
import type { StaffSession, StaffSessions } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Staff sessions in MongoDB, by the keyed hash of their token. Writes wait for a majority: what is closed stays so. */
export function staffSessions({ sessions }: StaffModels): StaffSessions {
  const set = (key: Buffer, dates: Record<string, Date>): Promise<void> =>
    reach(async () => {
      await sessions.updateOne({ _id: key }, { $set: dates });
    });
  return {
    open: ({ key, account, ...moments }) =>
      reach(async () => {
        const session = { account, ...datesOf(moments) };
        await sessions.updateOne({ _id: key }, { $setOnInsert: session }, { upsert: true });
      }),

    find: (key) =>
      reach(async () => {
        const found = await sessions.findById(key).lean();
        return found === null ? undefined : read(found);
      }),

    ofAccount: (account) => reach(async () => (await sessions.find({ account }).lean()).map(read)),

    touch: (key, seen) => set(key, datesOf(seen)),

    confirm: (key, proof) => set(key, datesOf(proof)),

    close: (key) =>
      reach(async () => {
        await sessions.deleteOne({ _id: key });
      }),

    closeAllOf: (account) =>
      reach(async () => {
        await sessions.deleteMany({ account });
      }),

    closeOthersOf: (account, kept) =>
      reach(async () => {
        await sessions.deleteMany({ account, _id: trusted({ $ne: kept }) });
      }),
  };
}

/** As the driver brings it. */
interface Stored {
  _id: { buffer: Uint8Array };
  account: string;
  openedAt: Date;
  seenAt: Date;
  /** Absent in sessions that an earlier version opened. */
  wakeAt?: Date | null;
  confirmedAt?: Date | null;
  keyAt?: Date | null;
}

const read = ({ _id, account, openedAt, seenAt, wakeAt, confirmedAt, keyAt }: Stored): StaffSession => ({
  ...{ key: Buffer.from(_id.buffer), account },
  openedAt: openedAt.getTime(),
  seenAt: seenAt.getTime(),
  wakeAt: (wakeAt ?? seenAt).getTime(),
  confirmedAt: (confirmedAt ?? openedAt).getTime(),
  ...(keyAt == null ? {} : { keyAt: keyAt.getTime() }),
});

const datesOf = (moments: Readonly<Partial<Record<string, number>>>): Record<string, Date> =>
  Object.fromEntries(
    Object.entries(moments).flatMap(([name, ms]) => (ms === undefined ? [] : [[name, new Date(ms)]])),
  );
