import type { AccountParts } from '../../web/staff/index.ts';
import type { Capability } from '../capability.ts';
import { STAFF_COLLECTIONS } from './collections.ts';
import { accountRoutes } from './pages/routes.tsx';
import { accountStyles } from './pages/styles.ts';

export { STAFF_COLLECTIONS };
export { type StaffStores, staffStores } from './stores.ts';

/** Accounts and sessions of the staff, and the page on which an administrator keeps them. */
export const staff = (parts: AccountParts): Capability => ({
  name: 'staff',
  collections: STAFF_COLLECTIONS,
  effects: [],
  calls: [],
  staffRoutes: accountRoutes(parts),
  assets: accountStyles,
});
