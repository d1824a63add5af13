import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { defaultCacheDir, type Embedded, startEmbedded } from '../../src/store/embedded/index.ts';
import { type CrashStage, crashStage } from '../crash/crash.ts';

/** T26 in full: every point of a turn three times; every second run kills mongod at the same moment. */
const TIMES = 3;

let folder: string;
let database: Embedded;
let stage: CrashStage;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trial-T26-'));
  database = await startEmbedded({
    dataDir: folder,
    cacheDir: defaultCacheDir(),
    pathFolders: (process.env['PATH'] ?? '').split(':'),
    progress: () => undefined,
    // It is killed some seventy times, and comes back each time.
    backoff: Array.from({ length: 1000 }, () => 100),
  });
  stage = await crashStage(database.uri);
}, 120_000);
afterAll(async () => {
  await stage.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

it('T26: kill -9 at every point of a turn', async () => {
  const points = await stage.points();
  let runs = 0;
  let doubled = 0;
  let databaseKilled = 0;
  const wrong: string[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    for (const point of points) {
      const withDatabase = runs % 2 === 1;
      const verdict = await stage.crashAt(
        point,
        withDatabase ? async () => void process.kill(database.pid, 'SIGKILL') : undefined,
      );
      runs += 1;
      databaseKilled += withDatabase ? 1 : 0;
      doubled += verdict.doubled;
      if (verdict.wrong.length > 0)
        wrong.push(`${point}${withDatabase ? ' with mongod' : ''}: ${verdict.wrong.join('; ')}`);
      console.info(
        `${runs}/${points.length * TIMES} ${point}${withDatabase ? ' + mongod' : ''}: ${verdict.crashed ? 'crashed' : 'not reached'}, ${verdict.doubled} doubled, ${verdict.wrong.length === 0 ? 'as without a crash' : verdict.wrong.join('; ')}`,
      );
    }
  }
  console.info(
    `T26: ${points.length} points, ${runs} runs, mongod killed too in ${databaseKilled}; ${doubled} replies doubled (marked), ${wrong.length} runs differ`,
  );
  expect(wrong).toEqual([]);
}, 3_600_000);
