import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type CountingPlace, countingPlace } from '../app/counting-place.ts';
import { upToDate } from '../app/running.ts';
import { sigtermRounds } from '../app/sigterm-rounds.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

/** T31 in full; `T31_ROUNDS` makes it shorter. */
const ROUNDS = Number(process.env['T31_ROUNDS'] ?? 50);

let database: TestDatabase;
let place: CountingPlace;
beforeAll(async () => {
  await upToDate();
  database = await testDatabase();
  place = await countingPlace(database.uri);
}, 240_000);
afterAll(async () => {
  await place.close();
  await database.drop();
});

it('T31: SIGTERM under load', async () => {
  const { gone, words, wrong, marked } = await sigtermRounds(place, ROUNDS);
  const slowest = (of: (one: (typeof gone)[number]) => number): string =>
    Math.max(...gone.map(of)).toFixed(0);
  console.info(
    `T31: ${gone.length} stops, ${words} words; not ready after at most ${slowest((one) => one.unreadyMs)} ms ` +
      `(an answer of that door took up to ${slowest((one) => one.answerMs)} ms just before), gone after at most ` +
      `${slowest((one) => one.exitMs)} ms; ${wrong.length} lost, doubled or out of order, ${marked} sent again`,
  );
  expect(gone.map(({ code }) => code)).toEqual(gone.map(() => 0));
  expect(gone.filter((one) => one.unreadyMs > 100 + one.answerMs)).toEqual([]);
  expect(gone.filter((one) => one.exitMs > 10_000)).toEqual([]);
  expect(wrong).toEqual([]);
  expect(marked).toBe(0);
});
