import os from 'node:os';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import { broadcastStage, type Stage } from '../broadcasts/stage.ts';
import { until } from '../channels/until.ts';
import { TELEGRAM } from '../delivery/manners.ts';
import { windowOf } from '../delivery/platforms.ts';
import { startWire, type Wire } from '../delivery/wire.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

/** `B7_PEOPLE` makes it shorter. At 30 a second 1,500 take less than a minute. */
const PEOPLE = Number(process.env['B7_PEOPLE'] ?? 1500);
const PER_SECOND = 30;
const SHARE = 0.95;
/** So often somebody writes, and so long without a broadcast, before it and after it. */
const ASKED_EVERY_MS = 200;
const IDLE_MS = 25_000;
const TIMES_IDLE = 2;
/** More than fits between two of a person's questions. */
const ASKERS = 40;
const FIRST_ASKER = 900_000;
const PATIENCE_MS = 120_000 + PEOPLE * 100;

let database: TestDatabase;
let stage: Stage;
let wire: Wire;
beforeAll(async () => {
  database = await testDatabase();
  const pace = { perSecond: 0, leaseMs: 10_000, stepMs: 500 };
  stage = await broadcastStage({ uri: database.uri, people: PEOPLE, ...pace });
  const { root } = stage.telegram;
  wire = await startWire({ root, manners: TELEGRAM, chance: () => 1, limit: windowOf(PER_SECOND) });
}, PATIENCE_MS);
afterAll(async () => {
  await stage.close();
  await wire.close();
  await database.drop();
});

it(
  'B7: a broadcast takes at least 95 % of the pace of its channel, and replies overtake it',
  async () => {
    const { here, telegram } = stage;
    const child = await stage.start({ receives: true, apiRoot: wire.root });
    const sum = (): number => stage.times().size;
    let asked = 0;
    /** Somebody writes a number, which is said back; milliseconds until they have it. */
    const ask = async (): Promise<number> => {
      const person = telegram.person(FIRST_ASKER + (asked % ASKERS));
      const number = String((asked += 1));
      const from = performance.now();
      person.says(number);
      while (person.received.at(-1)?.text !== number) {
        if (performance.now() - from > 30_000) throw new Error('Nobody answers.');
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return performance.now() - from;
    };
    const askUntil = async (isOver: () => boolean): Promise<number[]> => {
      const asking: Promise<number>[] = [];
      while (!isOver()) {
        asking.push(ask());
        await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
      }
      return (await Promise.all(asking)).sort((a, b) => a - b);
    };
    const askFor = (ms: number): Promise<number[]> => {
      const from = performance.now();
      return askUntil(() => performance.now() - from > ms);
    };
    // Each begins a talk, which is no reply of the middle of one.
    for (let n = 0; n < ASKERS; n += 1) {
      const person = telegram.person(FIRST_ASKER + n);
      person.says('hello');
      await until(() => person.received.length > 0);
    }
    const before = await askFor(IDLE_MS);

    const id = 'pace';
    await here.broadcasts.begin({ id });
    await here.parts.launch(id, 0);
    const began = performance.now();
    let over = false;
    const during = askUntil(() => over);
    await until(async () => (await here.broadcasts.find(id))?.state === 'running', sum, PATIENCE_MS);
    // What its first ones wait for is no part of the pace.
    await until(() => sum() > PEOPLE * 0.1, sum, PATIENCE_MS);
    const [from, first, firstAsked] = [performance.now(), sum(), asked];
    await until(() => sum() > PEOPLE * 0.95, sum, PATIENCE_MS);
    const seconds = (performance.now() - from) / 1000;
    const [broadcast, replies] = [sum() - first, asked - firstAsked];
    over = true;
    const busy = await during;
    await until(async () => (await here.broadcasts.find(id))?.state === 'done', sum, PATIENCE_MS);
    const all = (performance.now() - began) / 1000;
    const after = await askFor(IDLE_MS);
    await child.stop();

    const idle = [...before, ...after].sort((a, b) => a - b);
    const pace = (broadcast + replies) / seconds;
    const refused = wire.seen.answered.get('over the limit') ?? 0;
    const { tally } = (await here.parts.report.progress(id))!;
    print(
      `${PEOPLE} people at ${PER_SECOND} a second, ${all.toFixed(0)} s from its moment to done; ${tally.sent} sent`,
    );
    print(
      `pace: ${pace.toFixed(1)} a second (${((100 * pace) / PER_SECOND).toFixed(1)} %), ` +
        `${(broadcast / seconds).toFixed(1)} of the broadcast and ${(replies / seconds).toFixed(1)} replies; ${refused} refused`,
    );
    print('replies | asked | p50 ms | p99 ms | slowest');
    for (const [when, of] of [
      ['idle', idle],
      ['during it', busy],
    ] as const)
      print(`${when} | ${of.length} | ${at(of, 0.5)} | ${at(of, 0.99)} | ${at(of, 1)}`);
    expect(settledOf(tally)).toBe(PEOPLE);
    expect([...stage.times().values()].filter((n) => n > 1)).toEqual([]);
    expect(pace).toBeGreaterThanOrEqual(PER_SECOND * SHARE);
    expect(refused).toBe(0);
    expect(at(busy, 0.99)).toBeLessThanOrEqual(at(idle, 0.99) * TIMES_IDLE);
  },
  PATIENCE_MS * 3,
);

const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);
const print = (text: string): void => void process.stdout.write(`B7: ${text}; load ${load()}\n`);
