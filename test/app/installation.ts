import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/store/embedded/ports.ts';

/** One Benkan as an operator has it: settings, a folder, a port. It may be started many times, one after the other. */
export interface Installation {
  folder: string;
  url: string;
  /** As the environment would hold them; a test may change them between two starts. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** An installation of its own; without `MONGODB_URI` it starts the embedded database. */
export async function installation(more: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-app-'));
  const port = await freePort(folder);
  if (port === undefined) throw new Error('No free port was found.');
  const url = `http://127.0.0.1:${port}`;
  return {
    folder,
    url,
    env: {
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'silent',
      DATA_DIR: path.join(folder, 'data'),
      KEY_FILE: path.join(folder, 'keyring.json'),
      // Tests run at night too.
      UPDATES_AT_NIGHT: 'all',
      ...more,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
