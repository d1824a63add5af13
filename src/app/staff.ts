import { type AuditLedger, openLedger } from '../capabilities/audit/index.ts';
import { staffStores } from '../capabilities/staff/index.ts';
import type { Chance, Clock } from '../domain/clock.ts';
import { refusal } from '../domain/faults.ts';
import type { Connection } from '../store/connection.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { liveStreams, type StaffParts } from '../web/staff/index.ts';
import { headNotes } from './audit-heads.ts';
import { errorFields, type Logger } from './logs.ts';
import type { Settings } from './settings.ts';

interface StaffRoomParts {
  settings: Settings;
  connection: Connection;
  keyring: Keyring;
  clock: Clock;
  chance: Chance;
  publicUrl: string;
  log: Logger;
}

/** What the staff site is made of, and the audit that everything staff do goes into. */
export async function openStaff(parts: StaffRoomParts): Promise<{ staff: StaffParts; ledger: AuditLedger }> {
  const { connection, keyring, clock, chance, publicUrl, log, settings } = parts;
  const { fingerprint, sealer } = keyring;
  const { db } = connection;
  if (db === undefined) throw refusal('not_connected', 'The database is not connected.');
  const notes = headNotes(settings.DATA_DIR, connection.name, log);
  const ledger = await openLedger({ db, fingerprint, clock, chance, announce: (head) => notes.write(head) });
  await ledger.begin();
  const staff: StaffParts = {
    ...staffStores(connection),
    ...{ audit: ledger, clock, chance, sealer, fingerprint, publicUrl },
    live: liveStreams(),
    log: {
      failed: ({ id, code, cause }) => log.error({ key: id, code, ...errorFields(cause) }, 'staff page'),
    },
  };
  return { staff, ledger };
}
