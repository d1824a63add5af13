import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { defaultCacheDir, type Embedded, startEmbedded } from '../../src/store/embedded/index.ts';
import { broadcastCrashStage } from '../crash/broadcast.ts';
import { changeStage } from '../crash/change.ts';
import { crashStage } from '../crash/crash.ts';
import { reminderStage } from '../crash/reminder.ts';
import type { CrashStage } from '../crash/place.ts';

/**
 * T26 in full: every point of a turn, of a reminder's way, of a change of hands and of a broadcast, three times (`T26_TIMES`);
 * every second run kills mongod too. `-- -t 'a broadcast'` runs one of them.
 */
const TIMES = Number(process.env['T26_TIMES'] ?? 3);
/** Where things happen at their own time, the nth call may be another one, or none. */
const CRASHED_AT_LEAST = 0.8;

let folder: string;
let database: Embedded;
let stage: CrashStage | undefined;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trial-T26-'));
  database = await startEmbedded({
    dataDir: folder,
    cacheDir: defaultCacheDir(),
    pathFolders: (process.env['PATH'] ?? '').split(':'),
    progress: () => undefined,
    // It is killed some hundred times, and comes back each time.
    backoff: Array.from({ length: 1000 }, () => 100),
  });
}, 120_000);
afterEach(() => stage?.close());
afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ['a turn', crashStage, 'turns'],
  ['a reminder', reminderStage, 'reminders'],
  ['a shared phone that changes hands', changeStage, 'changes'],
  ['a broadcast', broadcastCrashStage, 'broadcasts'],
] as const)(
  'T26: kill -9 at every point of %s',
  async (what, open, name) => {
    // A database each: every stage has keys of its own.
    const uri = new URL(database.uri);
    uri.pathname = `/${name}`;
    stage = await open(uri.href);
    const points = await stage.points();
    let runs = 0;
    let [doubled, inDoubt, crashed] = [0, 0, 0];
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
        inDoubt += verdict.inDoubt ?? 0;
        crashed += verdict.crashed ? 1 : 0;
        if (verdict.wrong.length > 0)
          wrong.push(`${point}${withDatabase ? ' with mongod' : ''}: ${verdict.wrong.join('; ')}`);
        console.info(
          `${runs}/${points.length * TIMES} ${point}${withDatabase ? ' + mongod' : ''}: ${verdict.crashed ? 'crashed' : 'not reached'}, ${verdict.doubled} doubled, ${verdict.inDoubt === undefined ? '' : `${verdict.inDoubt} in doubt, `}${verdict.wrong.length === 0 ? 'as without a crash' : verdict.wrong.join('; ')}`,
        );
      }
    }
    console.info(
      `T26: ${what}: ${points.length} points, ${runs} runs, mongod killed too in ${databaseKilled}; ${crashed} crashed; ${doubled} messages doubled (marked), ${inDoubt} of a broadcast in doubt, ${wrong.length} runs differ`,
    );
    expect(crashed).toBeGreaterThanOrEqual(runs * CRASHED_AT_LEAST);
    expect(wrong).toEqual([]);
  },
  7_200_000,
);
