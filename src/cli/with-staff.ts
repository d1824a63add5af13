import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { config } from 'dotenv';
import { openKeyring } from '../app/keys-file.ts';
import { readSettings, type Settings } from '../app/settings.ts';
import { openCollections } from '../store/collections.ts';
import { type AuditLedger, openLedger } from '../capabilities/audit/index.ts';
import { STAFF_COLLECTIONS, staffStores } from '../capabilities/staff/index.ts';
import type { Chance } from '../domain/clock.ts';
import { unavailable } from '../domain/faults.ts';
import { connect } from '../store/connection.ts';
import { defaultCacheDir, runningEmbedded, startEmbedded } from '../store/embedded/index.ts';
import { prepareStore } from '../store/prepare.ts';
import type { AccountParts } from '../web/staff/index.ts';

/** What a command on the database finds. */
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

/**
 * Does `work` on the database of the staff site: beside a Benkan that runs, or on its stopped database, which is started
 * for the moment and stopped again.
 */
export async function withStaffRooms<T>(
  env: NodeJS.ProcessEnv,
  work: (rooms: StaffRooms) => Promise<T>,
): Promise<T> {
  config({ quiet: true });
  const settings = readSettings(env);
  const now = (): number => Date.now();
  const keyring = await openKeyring({
    file: settings.KEY_FILE ?? path.join(settings.DATA_DIR, 'keyring.json'),
    environment: settings.NODE_ENV,
    epoch: new Date(now()).toISOString().slice(0, 7),
  });
  const database = await databaseOf(settings, env);
  try {
    const connection = await connect(database.uri, database.name).catch((cause: unknown) => {
      throw unavailable(
        'store_unavailable',
        'The database does not answer; check MONGODB_URI and try again.',
        cause,
      );
    });
    try {
      await prepareStore(connection, keyring);
      const { db } = connection;
      if (db === undefined) throw unavailable('store_unavailable', 'The database closed; try again.');
      await openCollections(db, STAFF_COLLECTIONS);
      const { sealer, fingerprint } = keyring;
      const clock = { now };
      const chance: Chance = { token: (bytes) => randomBytes(bytes).toString('base64url') };
      const ledger = await openLedger({ db, fingerprint, clock, chance });
      const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
      const stores = staffStores(connection);
      return await work({
        parts: { ...stores, audit: ledger, clock, chance, sealer, fingerprint, publicUrl },
        ledger,
        noted: { dataDir: settings.DATA_DIR, database: connection.name },
      });
    } finally {
      await connection.close();
    }
  } finally {
    await database.stop();
  }
}

interface Database {
  uri: string;
  /** The embedded one's; the name in MONGODB_URI otherwise. */
  name?: string;
  stop(): Promise<void>;
}

async function databaseOf(settings: Settings, env: NodeJS.ProcessEnv): Promise<Database> {
  const leave = async (): Promise<void> => undefined;
  if (settings.MONGODB_URI !== undefined) return { uri: settings.MONGODB_URI, stop: leave };
  const running = await runningEmbedded(settings.DATA_DIR);
  if (running !== undefined) return { uri: running, name: 'benkan', stop: leave };
  const embedded = await startEmbedded({
    dataDir: settings.DATA_DIR,
    cacheDir: defaultCacheDir(),
    ...(settings.MONGOD_BINARY === undefined ? {} : { binary: settings.MONGOD_BINARY }),
    pathFolders: (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  return { uri: embedded.uri, name: 'benkan', stop: () => embedded.stop() };
}
