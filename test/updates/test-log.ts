import type { mongo } from 'mongoose';
import { openLog, type OpenLog, type OpenLogDeps } from '../../src/capabilities/updates/log/open-log.ts';
import type { LogHead } from '../../src/capabilities/updates/log/ports.ts';
import { testKeyring } from '../universe/keyring.ts';
import { testClock } from '../universe/time.ts';
import { PUBLIC_URL } from './signed-log.ts';

export interface TestLog {
  log: OpenLog;
  /** What was noted down outside the database. */
  noted: LogHead[];
  /** What the house itself put into the audit. */
  audited: string[];
}

/** A log of publications on a test's database; what is not given is its own. */
export function testLog(db: mongo.Db, of: Partial<OpenLogDeps> = {}): TestLog {
  const { publishing, fingerprint } = testKeyring();
  const noted: LogHead[] = [];
  const audited: string[] = [];
  const log = openLog({
    ...{ db, publishing, fingerprint, clock: testClock(), publicUrl: PUBLIC_URL },
    heads: { write: (head) => void noted.push(head), read: async () => noted },
    publisher: async (org) => ({ id: org, name: org }),
    // A head that could not be noted since the test was over already.
    report: () => undefined,
    audit: async (action, subject) => void audited.push(`${action} ${subject}`),
    ...of,
  });
  return { log, noted, audited };
}
