import { trusted } from 'mongoose';
import { FIRST_ORG, type SetupLinks } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** There is one document an organisation at most, so that a new link ends the earlier one. */
const idOf = (org: string): string =>
  org === FIRST_ORG ? 'first-administrator' : `first-administrator/${org}`;

/** The first administrators' links in MongoDB: the keyed hash of a token, whose it is and when it ends. */
export function setupLinks({ setupLinks: links }: StaffModels): SetupLinks {
  const open = (key: Buffer, now: number) => ({ key, expiresAt: trusted({ $gt: new Date(now) }) });
  return {
    put: (key, expiresAt, org) =>
      reach(async () => {
        const link = { key, expiresAt: new Date(expiresAt), org };
        await links.updateOne({ _id: idOf(org) }, { $set: link }, { upsert: true });
      }),

    orgOf: (key, now) =>
      reach(async () => {
        const found = await links.findOne(open(key, now)).lean();
        return found === null ? undefined : (found.org ?? FIRST_ORG);
      }),

    take: (key, now) => reach(async () => (await links.deleteOne(open(key, now))).deletedCount === 1),
  };
}
