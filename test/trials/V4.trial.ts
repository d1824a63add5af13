import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { defaultCacheDir, type Embedded, startEmbedded } from '../../src/store/embedded/index.ts';
import { type Installation, installation } from '../app/installation.ts';
import { type RunningHere, startHere } from '../app/running.ts';
import { type Crowd, crowd } from '../volunteers/crowd.ts';
import { tapping } from '../volunteers/tapping.ts';

/** V4 in full: two hundred people, a hundred events of twenty places, everybody taps at once. */
const REPETITIONS = Number(process.env['V4_REPETITIONS'] ?? 100);
const [PEOPLE, PLACES] = [200, 20];

let folder: string;
let database: Embedded;
let place: Installation;
let running: RunningHere;
let client: mongoose.mongo.MongoClient;
let people: Crowd;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trial-V4-'));
  database = await startEmbedded({
    dataDir: folder,
    cacheDir: defaultCacheDir(),
    pathFolders: (process.env['PATH'] ?? '').split(':'),
    progress: () => undefined,
  });
  place = await installation({ MONGODB_URI: database.uri });
  running = await startHere(place);
  client = await mongoose.mongo.MongoClient.connect(database.uri);
  people = crowd(running.house, PEOPLE);
  await people.signUp(client.db());
}, 300_000);
afterAll(async () => {
  await client.close();
  await running.stop();
  await place.remove();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

it('V4: 200 concurrent taps on 20 places, a hundred times', async () => {
  const found: Record<string, number> = {};
  const wrong: string[] = [];
  for (let repetition = 1; repetition <= REPETITIONS; repetition += 1) {
    const {
      confirmed,
      waiting,
      wrong: faults,
    } = await tapping({ db: client.db(), people, house: running.house }, PLACES);
    const outcome = `${confirmed}/${waiting}`;
    found[outcome] = (found[outcome] ?? 0) + 1;
    wrong.push(...faults.map((fault) => `${repetition}: ${fault}`));
    if (repetition % 10 === 0) console.info(`${repetition}: ${outcome}, ${wrong.length} wrong`);
  }
  console.info(
    `V4: ${REPETITIONS} repetitions of ${PEOPLE} taps on ${PLACES} places; confirmed/waiting: ${JSON.stringify(found)}; ${wrong.length} differ from what people were told or from the order`,
  );
  expect({ found, wrong }).toEqual({ found: { '20/180': REPETITIONS }, wrong: [] });
}, 3_600_000);
