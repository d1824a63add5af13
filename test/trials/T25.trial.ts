import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Embedded } from '../../src/store/embedded/index.ts';
import { type CountingPlace, countingPlace } from '../app/counting-place.ts';
import { hung, killed, weather } from '../app/outages.ts';
import { type Running, startHere } from '../app/running.ts';
import { type EmbeddedRuns, embeddedRuns } from '../mongo/embedded.ts';

/** T25 in full; `T25_MINUTES` makes it shorter. */
const MINUTES = Number(process.env['T25_MINUTES'] ?? 10);
/** One outage takes half of the time, the others share the rest. */
const LONG_MS = MINUTES * 30_000;
const SHORT_MS = 8_000;
const SHORT_ONES = Math.max(2, Math.floor((MINUTES * 30_000) / (SHORT_MS + 2_000)));
/** For more kills than there will be; each restart waits so long. */
const BACKOFF = Array.from({ length: 500 }, () => 5_000);

let runs: EmbeddedRuns;
let database: Embedded;
let place: CountingPlace;
let running: Running;
beforeAll(async () => {
  runs = await embeddedRuns();
  database = await runs.start({ backoff: BACKOFF });
  place = await countingPlace(database.uri);
  running = await startHere(place);
}, 240_000);
// Not `afterAll`: the folder is deleted in one that comes first.
afterEach(async () => {
  await running.stop();
  await place.close();
  await runs.end();
}, 60_000);

it('T25: the database goes and comes back for minutes', async () => {
  const short = Array.from({ length: SHORT_ONES }, (_, n) => ({
    outage: n % 2 === 0 ? killed : hung,
    forMs: SHORT_MS,
  }));
  const { outages, words, wrong, marked, refused, strange, alive } = await weather(
    place,
    database,
    [...short, { outage: hung, forMs: LONG_MS }],
    1_000,
  );
  const all = [...refused.page, ...refused.telegram, ...refused.reading];
  const most = (values: readonly number[]): string => Math.max(0, ...values).toFixed(0);
  console.info(
    `T25: ${outages.length} outages, ${most(outages.map(({ lastedMs }) => lastedMs))} ms the longest, ` +
      `${(outages.reduce((sum, { lastedMs }) => sum + lastedMs, 0) / 60_000).toFixed(1)} minutes in all; ` +
      `${words} words, ${wrong.length} lost, doubled or out of order, ${marked} replies sent again and marked; ` +
      `other answers: ${strange.join() || 'none'}, liveness ${alive ? 'always' : 'not always'}; ` +
      `${all.length} refusals timed, the slowest after ${most(all)} ms; readiness followed within ` +
      `${most(outages.flatMap(({ unreadyMs, readyMs }) => [unreadyMs, readyMs]))} ms`,
  );
  expect(wrong).toEqual([]);
  expect(strange).toEqual([]);
  expect(alive).toBe(true);
  expect(Math.max(...all)).toBeLessThanOrEqual(3_500);
  expect(outages.filter((one) => one.unreadyMs > 5_000 || one.readyMs > 5_000)).toEqual([]);
});
