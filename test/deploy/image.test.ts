import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Installation, installation } from '../app/installation.ts';
import { isReady, PATIENCE_MS, statusAt } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { built } from '../cli/benkan.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { environmentIn, readCompose, settingsOfReadme } from './compose-file.ts';
import { environmentOf, execForm, readStages, stepsFor } from './dockerfile.ts';
import { KEEP_TO_LINKS, layOut } from './image.ts';

const LONG_MS = 600_000;

describe('what the image holds, without an engine', () => {
  const stages = readStages();
  const steps = stepsFor(stages, stages.at(-1)!);
  const { services } = readCompose();
  let place: Installation;
  let database: TestDatabase;
  let app: string;
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    await built();
    database = await testDatabase();
    place = await installation();
    app = path.join(place.folder, 'app');
    layOut(app);
  }, LONG_MS);
  afterEach(async () => {
    if (server?.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });
  afterAll(async () => {
    await database.drop();
    await place.remove();
  });

  /** A command of the image with its own environment and no other, but for the port and where the database is. */
  const command = (words: readonly string[]) => {
    const [program = '', ...args] = words.map((word) =>
      word === '/etc/benkan/keyring.json' ? keyFile() : word,
    );
    expect(program).toBe('node');
    return [process.execPath, [...KEEP_TO_LINKS, ...args], { cwd: app, env: environment() }] as const;
  };
  const keyFile = () => place.env['KEY_FILE']!;
  const environment = () => ({
    ...environmentOf(steps),
    ...environmentIn(services['app']!, settingsOfReadme()),
    MONGODB_URI: database.uri,
    KEY_FILE: keyFile(),
    DATA_DIR: place.env['DATA_DIR'],
    PORT: place.env['PORT'],
  });
  const start = () => {
    server = spawn(...command(execForm(steps.findLast(({ keyword }) => keyword === 'CMD'))));
    return server;
  };
  const healthcheck = () =>
    spawnSync(...command(execForm(steps.findLast(({ keyword }) => keyword === 'HEALTHCHECK')))).status;

  /** Scripts and style sheets of a page: they lie beside the code that was built. */
  async function linkedFrom(page: string): Promise<string[]> {
    const html = await (await fetch(place.url + page)).text();
    const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css)[^"]*)"/g)].map(([, file]) => file!);
    expect(linked.length).toBeGreaterThan(1);
    return linked;
  }

  it('has no compiler, no tests and no package of development', () => {
    for (const name of ['typescript', 'jest', 'esbuild', 'eslint', '@swc/core', 'playwright-core'])
      expect(existsSync(path.join(app, 'node_modules', name))).toBe(false);
    for (const name of ['src', 'test', 'bench', 'docs', '.env'])
      expect(existsSync(path.join(app, name))).toBe(false);
  });

  it(
    'T35: without a keyring it does not start, and says how one is made; the command for that makes it',
    async () => {
      const child = start();
      const said: Buffer[] = [];
      child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
      const [code] = (await once(child, 'close')) as [number];
      expect(code).toBe(1);
      expect(Buffer.concat(said).toString()).toMatch(
        /KEY_FILE is not there: make keyring\.json with `benkan keys new`/,
      );
      const made = spawnSync(...command(services['keys']!.command!));
      expect({ status: made.status, said: String(made.stderr) }).toEqual({ status: 0, said: '' });
      expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
      expect(spawnSync(...command(services['keys']!.command!)).status).toBe(1);
    },
    LONG_MS,
  );

  it(
    'starts in production with the settings of compose.yaml; its health check says so, and says when it is gone',
    async () => {
      const before = readdirSync(app, { recursive: true });
      const child = start();
      const said: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => said.push(chunk));
      const all = (): string => Buffer.concat(said).toString();
      await until(() => isReady(place), all, PATIENCE_MS);
      await until(
        async () => all().includes('https://benkan.example.org/staff/setup?token='),
        all,
        PATIENCE_MS,
      );
      expect(healthcheck()).toBe(0);
      for (const file of ['/', '/staff/sign-in', ...(await linkedFrom('/'))])
        expect({ file, status: await statusAt(place, file) }).toEqual({ file, status: 200 });
      const begun = performance.now();
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(performance.now() - begun).toBeLessThan(
        1000 * Number.parseInt(services['app']!.stop_grace_period!, 10),
      );
      expect(healthcheck()).toBe(1);
      // Its own files are read-only in compose.yaml: what it writes goes to DATA_DIR.
      expect(readdirSync(app, { recursive: true })).toEqual(before);
    },
    LONG_MS,
  );
});
