import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { believeTotals } from './believe-totals.ts';
import { play } from './race.ts';

let databases: TestDatabase[] = [];
const database = async (): Promise<TestDatabase> => {
  const fresh = await testDatabase();
  databases.push(fresh);
  return fresh;
};
beforeAll(() => {
  databases = [];
});
afterAll(async () => {
  for (const each of databases) await each.drop();
});

const CLEAN = { lost: 0, effectsMissing: 0, outOfOrder: 0, doubled: 0, back: 0, repliedTwice: 0 };

/** A busy machine needs most of it. */
const PATIENCE_MS = 120_000;

// The short forms; a thousand chats, and fifty workers, are the trial COMMIT.
describe('many processes on one database', () => {
  it(
    'T28: four workers serve each person in order, one message at a time, with messages brought twice',
    async () => {
      const outcome = await play(await database(), { chats: 40, turnsEach: 8, workers: 4, seed: 28 });
      expect(outcome).toMatchObject({ acknowledged: 320, ...CLEAN });
      expect(outcome.conflicts).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'COMMIT: while another writer bumps and erases, nothing acknowledged is lost and nobody erased is back',
    async () => {
      const outcome = await play(await database(), {
        chats: 40,
        turnsEach: 10,
        workers: 2,
        disturbEveryMs: 2,
        seed: 3,
      });
      expect(outcome).toMatchObject({ acknowledged: 400, ...CLEAN });
      expect(outcome.erased).toBeGreaterThan(10);
      expect(outcome.conflicts).toBeGreaterThan(10);
    },
    PATIENCE_MS,
  );

  it(
    'COMMIT: without the check of rule 3 acknowledged messages are lost, so this test can see it (mutation)',
    async () => {
      const outcome = await play(await database(), {
        chats: 40,
        turnsEach: 8,
        workers: 4,
        seed: 5,
        instrument: believeTotals,
      });
      expect(outcome.lost).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
