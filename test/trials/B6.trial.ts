import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { broadcastStage, type Stage } from '../broadcasts/stage.ts';

/** `B6_PEOPLE` and `B6_KILLS` make it shorter. */
const PEOPLE = Number(process.env['B6_PEOPLE'] ?? 10_000);
const KILLS = Number(process.env['B6_KILLS'] ?? 10);
const PATIENCE_MS = 3_600_000;

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await testDatabase();
  const pace = { perSecond: 100, leaseMs: 600, stepMs: 50 };
  stage = await broadcastStage({ uri: database.uri, people: PEOPLE, ...pace });
}, PATIENCE_MS);
afterAll(async () => {
  await stage.close();
  await database.drop();
});

it(
  'B6: killed with SIGKILL again and again, paused, resumed, with a storm of 429: each exactly once, or in doubt and said so; nothing after stop',
  async () => {
    const { here, telegram, users } = stage;
    const id = 'kills';
    await here.broadcasts.begin({ id });
    await here.parts.launch(id, 0);
    const sum = () => [...stage.times().values()].reduce((all, n) => all + n, 0);
    // What was being sent when a process died is in doubt, and is a great share of the first twenty.
    const settings = { stopAtFailedPercent: 101, canaryWaitMs: 200 };
    let child = await stage.start({ settings });
    const reached = (n: number) =>
      until(
        async () => sum() >= n,
        () => sum(),
        PATIENCE_MS,
      );
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await reached(Math.floor((kill * 0.7 * PEOPLE) / KILLS));
      await child.kill();
      child = await stage.start({ settings });
    }
    await here.parts.control(id, 'pause');
    await until(async () => (await here.parts.report.progress(id))?.state === 'paused');
    // Whoever has not been told by now says stop; another erases everything.
    const late = users.filter((user) => !stage.times().has(user)).slice(-6);
    const erased = late.slice(3);
    for (const user of late) await stage.leaves(user, erased.includes(user));
    const busy = { answer: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 };
    telegram.fail({ method: 'sendMessage', times: 3, does: busy });
    await here.parts.control(id, 'resume');
    await until(
      async () => (await here.broadcasts.find(id))?.state === 'done',
      () => sum(),
      PATIENCE_MS,
    );
    await child.stop();
    const { of, tally } = (await here.parts.report.progress(id))!;
    const times = stage.times();
    expect([...times.values()].filter((n) => n > 1)).toEqual([]);
    expect([of, settledOf(tally)]).toEqual([PEOPLE, PEOPLE]);
    // Whoever is counted as sent to has it, and whoever has it is counted, as sent or in doubt.
    expect(tally.sent).toBeLessThanOrEqual(times.size);
    expect(times.size).toBeLessThanOrEqual(tally.sent + tally.unknown);
    expect(late.filter((user) => times.has(user))).toEqual([]);
    expect(tally.skipped + tally.unknown).toBeGreaterThanOrEqual(late.length);
    console.info(
      `B6: ${PEOPLE} people, ${KILLS} kills, a pause, 3 × 429, ${late.length} who stop or erase in the middle: ` +
        `${times.size} got it, each once; ${tally.sent} sent, ${tally.unknown} in doubt and reported, ${tally.skipped} skipped`,
    );
  },
  PATIENCE_MS,
);
