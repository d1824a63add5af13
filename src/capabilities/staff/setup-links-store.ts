import { trusted } from 'mongoose';
import type { SetupLinks } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** There is one document at most, so that a new link ends the earlier one. */
const THE_LINK = 'first-administrator';

/** The first administrator's link in MongoDB: the keyed hash of its token and when it ends. */
export function setupLinks({ setupLinks: links }: StaffModels): SetupLinks {
  const open = (key: Buffer, now: number) => ({
    _id: THE_LINK,
    key,
    expiresAt: trusted({ $gt: new Date(now) }),
  });
  return {
    put: (key, expiresAt) =>
      reach(async () => {
        await links.updateOne(
          { _id: THE_LINK },
          { $set: { key, expiresAt: new Date(expiresAt) } },
          { upsert: true },
        );
      }),

    isOpen: (key, now) => reach(async () => (await links.exists(open(key, now))) !== null),

    take: (key, now) => reach(async () => (await links.deleteOne(open(key, now))).deletedCount === 1),
  };
}
