import { trusted } from 'mongoose';
import { MOST_KEYS, type StaffAccounts, type StaffKey } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Security keys, kept within their accounts: who asks for a page is read with one look-up. */
export const keysIn = ({
  accounts,
}: Pick<StaffModels, 'accounts'>): Pick<StaffAccounts, 'addKey' | 'removeKey' | 'useKey' | 'wantKey'> => ({
  addKey: (id, key) =>
    reach(async (again) => {
      const { ref, sealed, counter } = key;
      const free = {
        _id: id,
        'keys.ref': trusted({ $ne: ref }),
        [`keys.${String(MOST_KEYS - 1)}`]: trusted({ $exists: false }),
      };
      const kept = { ref, sealed, counter, addedAt: new Date(key.addedAt) };
      const { modifiedCount } = await accounts.updateOne(free, {
        $push: { keys: kept },
        $unset: { keyWantedSince: 1 },
      });
      // The first try, whose answer was lost, may have worked.
      return modifiedCount === 1 || (again && (await accounts.exists({ _id: id, 'keys.ref': ref })) !== null);
    }),

  removeKey: (id, ref) =>
    reach(async (again) => {
      const { modifiedCount } = await accounts.updateOne({ _id: id }, { $pull: { keys: { ref } } });
      return modifiedCount === 1 || again;
    }),

  // As with the codes, a repetition after a lost answer says no: the person touches their key again.
  useKey: (id, ref, counter, now) =>
    reach(async () => {
      const before = counter === 0 ? 0 : trusted({ $lt: counter });
      const filter = { _id: id, keys: trusted({ $elemMatch: { ref, counter: before } }) };
      const step = { 'keys.$.counter': counter, 'keys.$.usedAt': new Date(now) };
      return (await accounts.updateOne(filter, { $set: step })).matchedCount === 1;
    }),

  wantKey: (id, now) =>
    reach(async () => {
      const first = { _id: id, keyWantedSince: trusted({ $exists: false }) };
      await accounts.updateOne(first, { $set: { keyWantedSince: new Date(now) } });
    }),
});

/** As the driver brings it. */
export interface StoredKey {
  ref: string;
  sealed: { buffer: Uint8Array };
  counter: number;
  addedAt: Date;
  usedAt?: Date | null;
}

export const readKeys = (stored: readonly StoredKey[] | null | undefined): StaffKey[] =>
  (stored ?? []).map(({ ref, sealed, counter, addedAt, usedAt }) => ({
    ...{ ref, counter, sealed: Buffer.from(sealed.buffer) },
    addedAt: addedAt.getTime(),
    ...(usedAt == null ? {} : { usedAt: usedAt.getTime() }),
  }));
