import type { StaffSessions } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Staff sessions in MongoDB, by the keyed hash of their token. Writes wait for a majority: what is closed stays so. */
export function staffSessions({ sessions }: StaffModels): StaffSessions {
  return {
    open: ({ key, account, openedAt, seenAt }) =>
      reach(async () => {
        const session = { account, openedAt: new Date(openedAt), seenAt: new Date(seenAt) };
        await sessions.updateOne({ _id: key }, { $setOnInsert: session }, { upsert: true });
      }),

    find: (key) =>
      reach(async () => {
        const found = await sessions.findById(key).lean();
        if (found === null) return undefined;
        const { account, openedAt, seenAt } = found;
        return { key, account, openedAt: openedAt.getTime(), seenAt: seenAt.getTime() };
      }),

    touch: (key, seenAt) =>
      reach(async () => {
        await sessions.updateOne({ _id: key }, { $set: { seenAt: new Date(seenAt) } });
      }),

    close: (key) =>
      reach(async () => {
        await sessions.deleteOne({ _id: key });
      }),

    closeAllOf: (account) =>
      reach(async () => {
        await sessions.deleteMany({ account });
      }),
  };
}
