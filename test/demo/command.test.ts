import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import mongoose from 'mongoose';
import { BELIEVED_MS } from '../../src/capabilities/demo/campaign/record.ts';
import { DEMO } from '../../src/capabilities/demo/collections.ts';
import { benkan, built, type Ended, folderOf } from '../cli/benkan.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { unhurried } from '../universe/work.ts';
import { LOAD_MS } from './house.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

jest.setTimeout(LOAD_MS);
let database: TestDatabase;
let client: mongoose.mongo.MongoClient;
const data = folderOf({});
beforeAll(async () => {
  await built();
  database = await testDatabase();
  client = await mongoose.mongo.MongoClient.connect(database.uri);
}, 120_000);
afterAll(async () => {
  await database.drop();
  await client.close();
  data.remove();
});

const env = () => ({
  ...{ MONGODB_URI: database.uri, DATA_DIR: data.path, NODE_ENV: 'test', LOG_LEVEL: 'silent' },
  KEY_FILE: path.join(data.path, 'keyring.json'),
});
const run = (...words: string[]): Promise<Ended> =>
  benkan(['demo', ...words], { env: env(), patienceMs: LOAD_MS });
const people = (): Promise<number> => client.db(database.name).collection('people').countDocuments();

/** Begins a load and sends it a signal once some have talked. */
async function loadAndSignal(
  signal: NodeJS.Signals,
): Promise<{ code: number | null; err: string; ms: number }> {
  const child = spawn(process.execPath, [MAIN, 'demo', 'load', '--people', '200'], {
    env: { PATH: process.env['PATH'] ?? '', ...env() },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const err: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const ended = once(child, 'close');
  while ((await people()) < 8 && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const { ms, result } = await unhurried(() => {
    child.kill(signal);
    return ended;
  });
  const [code] = result as [number | null];
  return { code, err: Buffer.concat(err).toString(), ms };
}

describe('CONTRACT: benkan demo load|clear', () => {
  it('loads, refuses a second load in one line, clears, and says so where there is nothing', async () => {
    const loaded = await run('load', '--people', '5', '--seed', '3', '--json');
    expect(JSON.parse(loaded.out)).toEqual({ people: 5, seed: 3, ms: expect.any(Number) as unknown });
    expect(loaded.code).toBe(0);
    expect(await run('load')).toMatchObject({
      ...{ code: 1, out: '' },
      err: expect.stringMatching(/^benkan: The demo campaign is loaded already: [^\n]+\n$/) as unknown,
    });
    expect(JSON.parse((await run('clear', '--json')).out)).toMatchObject({ cleared: true });
    expect(JSON.parse((await run('clear', '--json')).out)).toEqual({ cleared: false, ms: 0 });
    expect(await people()).toBe(0);
  });

  it('T31: SIGTERM ends a load in order within 10 s; what is there is cleared at once', async () => {
    const { code, err, ms } = await loadAndSignal('SIGTERM');
    expect({ code, last: err.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      last: expect.stringContaining('Stopped half-way') as unknown,
    });
    expect(ms).toBeLessThan(10_000);
    expect(await people()).toBeGreaterThan(0);
    expect((await run('clear')).code).toBe(0);
    expect(await people()).toBe(0);
  });

  it('a load killed in the middle is cleared whole, once nobody believes in it any more', async () => {
    await loadAndSignal('SIGKILL');
    expect(await people()).toBeGreaterThan(0);
    const demos = client.db(database.name).collection(DEMO);
    // However long this machine takes to begin the next command.
    await demos.updateOne({}, { $set: { beat: Date.now() + LOAD_MS } });
    // Until then it is left alone: it might be alive.
    expect(await run('clear')).toMatchObject({
      code: 1,
      err: expect.stringContaining('by another process') as unknown,
    });
    // As if the time had passed for which whoever holds it is believed to be alive.
    await demos.updateOne({}, { $set: { beat: Date.now() - BELIEVED_MS } });
    expect((await run('clear')).code).toBe(0);
    const left = await client.db(database.name).listCollections({}, { nameOnly: true }).toArray();
    for (const { name } of left.filter(
      (one) => !['meta', 'audit', 'audit_anchors', 'update_log_heads'].includes(one.name),
    ))
      expect({ name, n: await client.db(database.name).collection(name).countDocuments() }).toEqual({
        name,
        n: 0,
      });
  });

  it.each(['0', '5001', 'many', '-1', '1e3'])('--people %s is wrong usage', async (n) => {
    const { code, err } = await run('load', '--people', n);
    expect(code).toBe(2);
    expect(err).toMatch(/whole number from 1 to 5000/);
  });
});
