import { type AccountParts, keyScripts } from '../../web/staff/index.ts';
import type { Capability } from '../capability.ts';
import { STAFF_COLLECTIONS } from './collections.ts';
import { ownRoutes } from './own/routes.tsx';
import { accountRoutes } from './pages/routes.tsx';
import { accountStyles } from './pages/styles.ts';

export { STAFF_COLLECTIONS };
export { type StaffStores, staffStores } from './stores.ts';

/** Accounts and sessions of the staff: where administrators keep them, and everybody their own. */
export const staff = (parts: AccountParts): Capability => ({
  name: 'staff',
  collections: STAFF_COLLECTIONS,
  effects: [],
  calls: [],
  staffRoutes: [...accountRoutes(parts), ...ownRoutes(parts)],
  assets: [...accountStyles, ...keyScripts],
});
