import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { explain } from '../../src/cli/exit.ts';
import { newKeyringFile } from '../../src/store/keys/keyring.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { countingFlow } from './counting.ts';
import { type Installation, installation } from './installation.ts';
import { startChild, startHere, upToDate } from './running.ts';

const LONG_MS = 600_000;

beforeAll(() => upToDate(), 240_000);

describe('T35: what must not start says why in one line and ends with 1', () => {
  let database: TestDatabase;
  let place: Installation;

  beforeEach(async () => {
    database = await testDatabase();
    place = await installation({ MONGODB_URI: database.uri, LOG_LEVEL: 'debug' });
  });
  afterEach(async () => {
    await database.drop();
    await place.remove();
  });

  /** Starts it as a process of its own and answers with the one line it says. */
  async function refusal(): Promise<string> {
    const child = startChild(place);
    expect(await child.ended).toEqual({ code: 1, signal: null });
    return theOneLine(child.err());
  }

  /** The same in the test's own process, where nothing was opened yet that could keep a process alive. */
  async function refusalHere(): Promise<string> {
    const lines: string[] = [];
    const code = await startHere(place).then(
      (running) => running.stop(),
      (error: unknown) => explain(error, (line) => lines.push(line)),
    );
    expect(code).toBe(1);
    return theOneLine(lines.join('\n'));
  }

  function theOneLine(err: string): string {
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^benkan: /);
    expect(lines[0]).not.toContain('a fault of ours');
    return lines[0]!;
  }

  const keyring = (content: unknown, mode = 0o600): Promise<void> =>
    writeFile(place.env['KEY_FILE']!, typeof content === 'string' ? content : JSON.stringify(content), {
      mode,
    });

  const CASES: Record<string, { prepare: () => unknown; says: RegExp; child?: true }> = {
    'a wrong setting': {
      prepare: () => void (place.env['TELEGRAM_TOKEN'] = 'CANARY-7'),
      says: /^benkan: TELEGRAM_TOKEN is wrong: expected the token BotFather gave, e\.g\. TELEGRAM_TOKEN=/,
      child: true,
    },
    'a key file that others can read': {
      prepare: async () => {
        await keyring(newKeyringFile('test', '2026-11'));
        await chmod(place.env['KEY_FILE']!, 0o644);
      },
      says: /KEY_FILE can be read by others: run `chmod 600 /,
      child: true,
    },
    'a key file that is cut off': {
      prepare: () => keyring('{"format":1,"keks":{"2026-11":"CANARY-7'),
      says: /KEY_FILE is not JSON/,
    },
    'a key file of another kind': {
      prepare: () => keyring({ hello: 'CANARY-7' }),
      says: /KEY_FILE is not a keyring/,
    },
    'a folder as key file': {
      prepare: () => mkdir(place.env['KEY_FILE']!),
      says: /KEY_FILE cannot be read: expected a file/,
    },
    'a key file that cannot be made': {
      prepare: () => void (place.env['KEY_FILE'] = '/dev/null/keyring.json'),
      says: /KEY_FILE cannot be read: expected a file/,
    },
    'a key file in a folder that cannot be made': {
      prepare: () => void (place.env['KEY_FILE'] = '/sys/nowhere/keyring.json'),
      says: /KEY_FILE cannot be made: expected .+ e\.g\. KEY_FILE=/,
    },
    'no key file in production': {
      prepare: () => void (place.env['NODE_ENV'] = 'production'),
      says: /KEY_FILE is not there: make keyring\.json with `benkan keys new`/,
    },
    'a development key file in production': {
      prepare: async () => {
        place.env['NODE_ENV'] = 'production';
        await keyring(newKeyringFile('development', '2026-11'));
      },
      says: /KEY_FILE was made for development/,
    },
    'the key file of another database': {
      prepare: async () => {
        const first = await startHere(place);
        await first.stop();
        await keyring(newKeyringFile('test', '2026-11'));
      },
      says: /KEY_FILE belongs to another database/,
      child: true,
    },
    'a broken flow file': {
      prepare: async () => {
        const names = await countingFlow(place.folder);
        Object.assign(place.env, names);
        const file = path.join(names.FLOWS_DIR, 'compte.yaml');
        await writeFile(file, (await readFile(file, 'utf8')).replace('goto: mot', 'goto: CANARY-7'));
      },
      says: /compte\.yaml:\d+: .+\(\d+ in all; `benkan flows check` lists them\)$/,
    },
    'a folder of flows that is not there': {
      prepare: () => void (place.env['FLOWS_DIR'] = path.join(place.folder, 'nowhere')),
      says: /nowhere/,
    },
    'a database that is no replica set member this program may use': {
      prepare: () => void (place.env['MONGODB_URI'] = database.uri.replace('//', '//canary:CANARY-7@')),
      says: /MONGODB_URI is refused: expected the address of a replica set/,
      child: true,
    },
    'a host that is not ours': {
      prepare: () => void (place.env['HOST'] = '192.0.2.7'),
      says: /HOST is no address of this machine: expected .+ e\.g\. HOST=/,
      child: true,
    },
  };

  it.each(Object.keys(CASES))(
    '%s',
    async (name) => {
      const { prepare, says, child } = CASES[name]!;
      await prepare();
      const line = await (child ? refusal() : refusalHere());
      expect(line).toMatch(says);
      if (name !== 'a broken flow file') expect(line).not.toContain('CANARY-7');
    },
    LONG_MS,
  );

  it.each(['PORT', 'METRICS_PORT'])(
    'a %s that is taken',
    async (setting) => {
      const stranger = createServer().listen(0, '127.0.0.1');
      await once(stranger, 'listening');
      const address = stranger.address();
      place.env[setting] = String(typeof address === 'object' ? address?.port : 0);
      try {
        expect(await refusal()).toMatch(
          new RegExp(
            `${setting} \\d+ is taken: stop what listens there, or choose another, e\\.g\\. ${setting}=`,
          ),
        );
      } finally {
        stranger.close();
      }
    },
    LONG_MS,
  );
});
