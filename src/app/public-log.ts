import { openLog, type OpenLog, type OpenLogDeps } from '../capabilities/updates/index.ts';
import type { AuditLedger } from '../capabilities/audit/index.ts';
import type { Connection } from '../store/connection.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { headNotes, notedHeads } from './audit-heads.ts';
import { errorFields, type Logger } from './logs.ts';
import type { Settings } from './settings.ts';

/** What the log of publications needs of this machine. */
export type LogGround = Pick<OpenLogDeps, 'publishing' | 'heads' | 'report'>;

export function logGround(parts: {
  settings: Settings;
  connection: Connection;
  keyring: Pick<Keyring, 'publishing'>;
  log: Logger;
}): LogGround {
  const { settings, connection, keyring, log } = parts;
  const notes = headNotes(settings.DATA_DIR, connection.name, log, 'updates');
  return {
    publishing: keyring.publishing,
    heads: {
      write: (head) => notes.write(head),
      read: () => notedHeads(settings.DATA_DIR, connection.name, 'updates'),
    },
    report: (cause) => log.error({ what: 'public_log', ...errorFields(cause) }, 'log of publications'),
  };
}

/** The log of publications on this ground; what the house itself does with it goes into the audit. */
export const publicLog = (
  ground: LogGround,
  rest: Omit<OpenLogDeps, keyof LogGround | 'audit'> & { ledger: Pick<AuditLedger, 'record'> },
): OpenLog =>
  openLog({
    ...ground,
    ...rest,
    audit: (action, subject) => rest.ledger.record({ actor: HOUSE, action, subject }),
  });

const HOUSE = { id: 'benkan', role: 'house', org: 'house' } as const;
