import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'mongoose';
import { compose, type House } from '../../src/app/compose.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { logger } from '../../src/app/logs.ts';
import { metrics } from '../../src/app/metrics.ts';
import { readSettings } from '../../src/app/settings.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { connect } from '../../src/store/connection.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';

/** A load takes a second or two; a machine that does ten other things needs many more. */
export const LOAD_MS = 300_000;

export interface TestHouse {
  house: House;
  connection: Connection;
  uri: string;
  clock: Clock & { at: number };
  /** Another process on the same database. */
  another(): Promise<House>;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEASE_MS = 10_000;

/** The whole house on a database of its own, with a clock the test owns. */
export async function testHouse(env: Readonly<Record<string, string>> = {}): Promise<TestHouse> {
  const database = await testDatabase();
  const connection = await connect(database.uri);
  const keyring = testKeyring();
  const clock = { at: Date.UTC(2026, 10, 22, 10), now: (): number => clock.at };
  const settings = readSettings({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATA_DIR: path.join(ROOT, 'data', 'none'),
    ...env,
  });
  await prepareStore(connection, keyring);
  const build = (): Promise<House> =>
    compose({
      ...{ settings, connection, keyring, clock, leaseMs: LEASE_MS },
      flows: loadFlows({ flowsDir: settings.FLOWS_DIR, localesDir: settings.LOCALES_DIR }),
      log: logger('silent'),
      metrics: metrics(),
      chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
      publicUrl: 'http://localhost',
    });
  const house = await build();
  return {
    ...{ house, connection, uri: database.uri, clock, another: build },
    async close() {
      await database.drop();
      await connection.close();
    },
  };
}

/** Every document of every collection, as text; what a look at the clock alone changes is left out. */
export async function contents(connection: Connection): Promise<Record<string, string[]>> {
  const { db } = connection;
  const found: Record<string, string[]> = {};
  for (const { name } of (await db?.listCollections({}, { nameOnly: true }).toArray()) ?? []) {
    // How many examples were ever published goes on counting, so that whoever follows their log misses none.
    const docs = await connection
      .collection(name)
      .find(name === 'update_log_heads' ? { _id: { $ne: 'demo' as never } } : {}, { raw: true })
      .toArray();
    if (docs.length > 0) found[name] = docs.map((doc) => Buffer.from(doc as never).toString('base64')).sort();
  }
  return found;
}
