import { type AuditLedger, openLedger } from '../capabilities/audit/index.ts';
import { STAFF_COLLECTIONS, staffStores } from '../capabilities/staff/index.ts';
import { openCollections } from '../store/collections.ts';
import type { AccountParts } from '../web/staff/index.ts';
import { onDatabase } from './on-database.ts';

/** What a command on the staff site finds. */
export interface StaffRooms {
  parts: AccountParts;
  ledger: AuditLedger;
  /** Where this machine noted heads of the audit down. */
  noted: { dataDir: string; database: string };
}

/** Does `work` on the staff's accounts, recorded in the audit. */
export function withStaff<T>(env: NodeJS.ProcessEnv, work: (parts: AccountParts) => Promise<T>): Promise<T> {
  return withStaffRooms(env, async ({ parts, ledger }) => {
    await ledger.begin();
    return work(parts);
  });
}

/** Does `work` on the database of the staff site. */
export function withStaffRooms<T>(
  env: NodeJS.ProcessEnv,
  work: (rooms: StaffRooms) => Promise<T>,
): Promise<T> {
  return onDatabase(env, async ({ settings, connection, db, keyring, clock, chance, publicUrl }) => {
    await openCollections(db, STAFF_COLLECTIONS);
    const { sealer, fingerprint } = keyring;
    const ledger = await openLedger({ db, fingerprint, clock, chance });
    const stores = staffStores(connection);
    return work({
      parts: { ...stores, audit: ledger, clock, chance, sealer, fingerprint, publicUrl },
      ledger,
      noted: { dataDir: settings.DATA_DIR, database: connection.name },
    });
  });
}
