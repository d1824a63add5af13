import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ServeRole } from '../../src/app/many/roles.ts';
import { serve, type Serving } from '../../src/app/serve.ts';
import { readSettings } from '../../src/app/settings.ts';
import { type Installation, installation } from '../app/installation.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { startRedis, type TestRedis } from './server.ts';

const PATIENCE_MS = 120_000;

let redis: TestRedis;
let database: TestDatabase;
const places: Installation[] = [];
const serving: Serving[] = [];
const said: string[] = [];

/** A process of this role, beside the others. */
async function start(role: ServeRole): Promise<Installation> {
  const place = await installation({ MONGODB_URI: database.uri, REDIS_URL: redis.url });
  const [first] = places;
  if (first !== undefined) place.env['KEY_FILE'] = first.env['KEY_FILE'] ?? '';
  places.push(place);
  const chatAssets = path.join(place.folder, 'assets');
  await mkdir(chatAssets);
  await writeFile(path.join(chatAssets, 'chat.js'), '');
  const settings = readSettings(place.env);
  const one = await serve({ settings, role, pathFolders: [], chatAssets, say: (line) => said.push(line) });
  if (one !== undefined) serving.push(one);
  return place;
}

let web: Installation;
let worker: Installation;
beforeAll(async () => {
  [redis, database] = await Promise.all([startRedis(), testDatabase()]);
  web = await start('web');
  worker = await start('worker');
}, PATIENCE_MS);
afterAll(async () => {
  for (const one of serving) await one.stop();
  for (const place of places) await place.remove();
  await database.drop();
  await redis.stop();
});

const textAt = async ({ url }: Installation, at: string): Promise<string> =>
  (await fetch(`${url}${at}`)).text();
const statusAt = async ({ url }: Installation, at: string): Promise<number> =>
  (await fetch(`${url}${at}`)).status;

it(
  'P9: a site that only answers, and a worker that only works; both say so when Redis is away',
  async () => {
    await until(async () => (await textAt(worker, '/readyz')) === 'ready\n');
    expect([await statusAt(web, '/'), await statusAt(worker, '/')]).toEqual([200, 503]);
    expect(await statusAt(worker, '/healthz')).toBe(200);
    expect(said).toContainEqual(expect.stringMatching(/^Serving as worker; /));
    expect(await textAt(worker, '/metrics')).toMatch(/benkan_redis_up 1[^]*benkan_processes 2/);

    await until(async () =>
      (await textAt(worker, '/metrics')).includes('benkan_jobs_waiting{queue="due-dates"} '),
    );

    await redis.kill();
    await until(async () => (await textAt(web, '/readyz')).includes('redis is away'));
    expect(await statusAt(web, '/readyz')).toBe(200);
    expect(await textAt(web, '/metrics')).toMatch(/benkan_redis_up 0/);
    await redis.start();
    await until(async () => (await textAt(web, '/readyz')) === 'ready\n');
  },
  PATIENCE_MS,
);

it(
  'P9: where Redis is not there at the start, one line says what to do, and the house opens',
  async () => {
    await redis.kill();
    const late = await start('all');
    expect(said.filter((line) => line.startsWith('REDIS_URL does not answer: start Redis'))).toHaveLength(1);
    await until(async () => (await textAt(late, '/readyz')).startsWith('ready\n'));
    await redis.start();
    await until(async () => (await textAt(late, '/readyz')) === 'ready\n');
  },
  PATIENCE_MS,
);
