import type { Capability } from '../capability.ts';
import { STAFF_COLLECTIONS } from './collections.ts';

export { type StaffStores, staffStores } from './stores.ts';

/** Accounts and sessions of the staff: collections only, the pages are the frame's own. */
export const staff: Capability = {
  name: 'staff',
  collections: STAFF_COLLECTIONS,
  effects: [],
  calls: [],
  staffRoutes: [],
};
