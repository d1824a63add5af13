import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { believeTotals } from '../commit/believe-totals.ts';
import { play } from '../commit/race.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

/** COMMIT.md, "How it is shown": two processes, 1,000 chats, 10,000 turns, a third that bumps and erases. */
let databases: TestDatabase[];
beforeAll(() => {
  databases = [];
});
afterAll(async () => {
  for (const each of databases) await each.drop();
});

async function fresh(): Promise<TestDatabase> {
  const database = await testDatabase();
  databases.push(database);
  return database;
}

const CLEAN = { lost: 0, effectsMissing: 0, outOfOrder: 0, doubled: 0, back: 0, repliedTwice: 0 };

it('10,000 turns while another writer bumps and erases', async () => {
  const outcome = await play(await fresh(), {
    chats: 1000,
    turnsEach: 10,
    workers: 2,
    disturbEveryMs: 2,
    seed: 11,
  });
  console.info(`two processes: ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ acknowledged: 10_000, ...CLEAN });
}, 1_200_000);

it('T28: fifty workers, 1,000 chats', async () => {
  const outcome = await play(await fresh(), { chats: 1000, turnsEach: 5, workers: 50, seed: 50 });
  console.info(`fifty workers: ${JSON.stringify(outcome)}`);
  expect(outcome).toMatchObject({ acknowledged: 5000, ...CLEAN });
}, 1_200_000);

it('without the check of rule 3 the same run loses messages', async () => {
  const outcome = await play(await fresh(), {
    chats: 200,
    turnsEach: 10,
    workers: 2,
    disturbEveryMs: 2,
    seed: 11,
    instrument: believeTotals,
  });
  console.info(`mutation: ${JSON.stringify(outcome)}`);
  expect(outcome.lost).toBeGreaterThan(0);
}, 1_200_000);
