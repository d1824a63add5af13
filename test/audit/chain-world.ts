import { randomBytes } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { type AuditLedger, type Link, openLedger } from '../../src/capabilities/audit/index.ts';
import { connect } from '../../src/store/connection.ts';
import { keyring, newKeyringFile } from '../../src/store/keys/keyring.ts';
import type { AuditEntry } from '../../src/web/staff/index.ts';
import { testDatabase } from '../mongo/database.ts';

export interface ChainWorld {
  db: mongo.Db;
  ledger: AuditLedger;
  /** Heads that were noted down outside the database. */
  announced: Link[];
  /** Another process on the same database, with the same keys. */
  another(): Promise<AuditLedger>;
  pass(ms: number): void;
  now(): number;
  /** Everything away, and a new chain begun. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** An audit on a database of its own, with a clock the test owns. */
export async function chainWorld(): Promise<ChainWorld> {
  const database = await testDatabase();
  const connection: Connection = await connect(database.uri);
  const db = connection.getClient().db(database.name);
  const { fingerprint } = keyring(newKeyringFile('test', '2026-11'));
  const announced: Link[] = [];
  let now = Date.UTC(2026, 10, 21, 12);
  const open = async (): Promise<AuditLedger> => {
    const ledger = await openLedger({
      ...{ db, fingerprint },
      clock: { now: () => now },
      chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
      announce: (head) => announced.push(head),
    });
    await ledger.begin();
    return ledger;
  };
  const world: ChainWorld = {
    ...{ db, announced, ledger: await open(), another: open },
    now: () => now,
    pass: (ms) => (now += ms),
    async renew() {
      await db.collection('audit').deleteMany({});
      await db.collection<{ _id: string }>('audit_anchors').deleteMany({});
      announced.length = 0;
      world.ledger = await open();
    },
    async close() {
      await connection.close();
      await database.drop();
    },
  };
  return world;
}

export const buildEntry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: { id: 'a1', role: 'editor', org: 'cellule' },
  action: 'updates.published',
  subject: 'update/ML-2026-0042',
  ...change,
});
