import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { config } from 'dotenv';
import { openKeyring } from '../app/keys-file.ts';
import { readSettings, type Settings } from '../app/settings.ts';
import type { Chance, Clock } from '../domain/clock.ts';
import { unavailable } from '../domain/faults.ts';
import { connect, type Connection } from '../store/connection.ts';
import { defaultCacheDir, runningEmbedded, startEmbedded } from '../store/embedded/index.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { prepareStore } from '../store/prepare.ts';

/** What a command on the database finds. */
export interface Ground {
  settings: Settings;
  connection: Connection;
  db: NonNullable<Connection['db']>;
  keyring: Keyring;
  clock: Clock;
  chance: Chance;
  publicUrl: string;
}

/**
 * Does `work` on the database: beside a Benkan that runs, or on its stopped database, which is started for the moment and
 * stopped again.
 */
export async function onDatabase<T>(
  env: NodeJS.ProcessEnv,
  work: (ground: Ground) => Promise<T>,
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
      return await work({
        ...{ settings, connection, db, keyring },
        clock: { now },
        chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
        publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
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
