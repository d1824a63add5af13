import { readFileSync } from 'node:fs';
import os from 'node:os';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import type { Child } from '../broadcasts/children.ts';
import { broadcastStage } from '../broadcasts/stage.ts';
import { until } from '../channels/until.ts';
import { heard } from '../commit/counting-script.ts';
import { TELEGRAM } from '../delivery/manners.ts';
import { windowOf } from '../delivery/platforms.ts';
import { startWire } from '../delivery/wire.ts';
import { startThreeNodes, type ThreeNodes } from '../mongo/three-nodes.ts';
import { startRedis, type TestRedis } from '../redis/server.ts';

/** `P9_PEOPLE` and `P9_TURNS` make it shorter. */
const PEOPLE = Number(process.env['P9_PEOPLE'] ?? 1500);
/** Each talker's messages, one after the other: so many before the broadcast, and as many during it. */
const TURNS = Number(process.env['P9_TURNS'] ?? 15);
const TALKERS = 40;
/** Between two of their messages: replies do not wait for the pace, and must not fill it by themselves. */
const REST_MS = { alone: 1200, beside: 2500 };
const IDLE_S = 5;
const PER_SECOND = 60;
/** The platform counts over five seconds; a machine that runs everything is late now and then. */
const REFUSED_AT_MOST = 0.005;
const MOST_IN_DOUBT = 20;
const PATIENCE_MS = 180_000 + PEOPLE * 200;
/** Of a processor's time, as Linux counts it. */
const TICKS_A_SECOND = 100;

let nodes: ThreeNodes;
let redis: TestRedis;
beforeAll(async () => {
  [nodes, redis] = await Promise.all([startThreeNodes(), startRedis()]);
}, 180_000);
afterAll(async () => {
  await redis.stop();
  await nodes.stop();
});

it.each([1, 2, 4])(
  'P9: %s processes at one Redis and three nodes, of which some are killed: order, once only, one pace for all',
  async (of) => {
    const pace = { perSecond: PER_SECOND, leaseMs: 1500, stepMs: 200 };
    const stage = await broadcastStage({ uri: nodes.uri(`of-${of}`), people: PEOPLE, ...pace });
    const { root } = stage.telegram;
    const wire = await startWire({ root, manners: TELEGRAM, chance: () => 1, limit: windowOf(PER_SECOND) });
    const { here, users } = stage;
    const chance = seededChance(of);
    const settings = { stopAtFailedPercent: 101, canaryWaitMs: 200 };
    const start = (): Promise<Child> =>
      stage.start({ settings, apiRoot: wire.root, redis: redis.url, doors: true });
    const children = await Promise.all(Array.from({ length: of }, start));
    try {
      const talkers = users.slice(0, TALKERS);
      let turns = 0;
      /** As a platform: each message until it is taken, by whichever process comes; the next one after it. */
      const talk = async (user: number, from: number, to: number, restMs: number): Promise<void> => {
        for (let n = from; n <= to; n += 1) {
          await new Promise((resolve) => setTimeout(resolve, 2 * restMs * chance()));
          const began = performance.now();
          while (!(await children[Math.floor(chance() * of)]?.hears(stage.message(user, n)))) {
            if (performance.now() - began > PATIENCE_MS) throw new Error('Nobody takes it.');
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          turns += 1;
        }
      };
      const cpu = (): number => children.reduce((sum, { process: { pid } }) => sum + cpuOf(pid), 0);
      // What they do without anybody is no cost of a turn.
      const idle = { ours: cpu(), theirs: cpuOfAll(nodes.pids) };
      await new Promise((resolve) => setTimeout(resolve, IDLE_S * 1000));
      idle.ours = (cpu() - idle.ours) / IDLE_S;
      idle.theirs = (cpuOfAll(nodes.pids) - idle.theirs) / IDLE_S;
      const [ours, theirs, from] = [cpu(), cpuOfAll(nodes.pids), performance.now()];
      await Promise.all(talkers.map((user) => talk(user, 1, TURNS, REST_MS.alone)));
      const seconds = (performance.now() - from) / 1000;
      const perTurn = (cpu() - ours - idle.ours * seconds) / turns;
      const inNodes = (cpuOfAll(nodes.pids) - theirs - idle.theirs * seconds) / turns;
      const quietTurns = turns;

      const id = `of-${of}`;
      await here.broadcasts.begin({ id });
      await here.parts.launch(id, 0);
      const reached = (): number => stage.times().size;
      const talking = Promise.all(talkers.map((user) => talk(user, TURNS + 1, 2 * TURNS, REST_MS.beside)));
      for (const share of [0.2, 0.5]) {
        await until(() => reached() > PEOPLE * share, reached, PATIENCE_MS);
        const at = Math.floor(chance() * of);
        await children[at]?.kill();
        children[at] = await start();
      }
      await talking;
      await until(async () => (await here.broadcasts.find(id))?.state === 'done', reached, PATIENCE_MS);
      const said = (user: number): string[] =>
        stage.telegram
          .person(user)
          .received.map(({ text = '' }) => text)
          .filter((text) => /\d$/u.test(text));
      const bare = (text: string): number => Number(text.replace(AGAIN_MARK, ''));
      const all = Array.from({ length: 2 * TURNS }, (_, n) => n + 1);
      await until(
        () => talkers.every((user) => new Set(said(user).map(bare)).size === all.length),
        () => talkers.map((user) => said(user).length),
        PATIENCE_MS,
      );
      await Promise.all(children.map((child) => child.stop()));

      const { tally } = (await here.parts.report.progress(id))!;
      const times = stage.times();
      const standing = await stage.standing(id);
      const twice = users.filter((user) => (times.get(user) ?? 0) > 1);
      const lost = users.filter((user) => standing.get(user)?.state === 'sent' && !times.has(user));
      const unmarked = (user: number): number[] =>
        said(user)
          .filter((text) => !text.startsWith(AGAIN_MARK))
          .map(Number);
      const outOfOrder = talkers.filter((user) => {
        // What came once more came after its first; what came marked alone still stands in its place.
        const firsts = [...new Set(said(user).map(bare))];
        return firsts.join() !== all.join() || new Set(unmarked(user)).size !== unmarked(user).length;
      });
      const lostTurns: number[] = [];
      for (const user of talkers) {
        const { talk: kept } = await here.store.load(stage.conversationOf(user), true);
        if (heard(kept?.session ?? null).join() !== all.join()) lostTurns.push(user);
      }
      const marked = talkers.reduce((sum, user) => sum + said(user).length - all.length, 0);
      const refused = wire.seen.answered.get('over the limit') ?? 0;
      print(
        `${of} processes: ${quietTurns} turns in ${seconds.toFixed(1)} s; a turn costs ${perTurn.toFixed(2)} ms of ours ` +
          `and ${inNodes.toFixed(2)} ms of the three nodes`,
      );
      print(
        `${of} processes: ${PEOPLE} people, 2 kills, ${turns} turns in all: ${tally.sent} sent, ${tally.unknown} in doubt, ` +
          `${twice.length} twice, ${lost.length} lost; talks out of order ${outOfOrder.length}, with turns lost ${lostTurns.length}; ` +
          `replies once more, marked ${marked}; of ${wire.seen.messages} messages ${refused} over ${PER_SECOND} a second`,
      );
      expect({ twice, lost, outOfOrder, lostTurns }).toEqual({
        twice: [],
        lost: [],
        outOfOrder: [],
        lostTurns: [],
      });
      expect(settledOf(tally)).toBe(PEOPLE);
      expect(tally.unknown).toBeLessThanOrEqual(2 * MOST_IN_DOUBT);
      expect(refused).toBeLessThanOrEqual(wire.seen.messages * REFUSED_AT_MOST);
    } finally {
      await stage.close();
      await wire.close();
    }
  },
  PATIENCE_MS * 3,
);

/** Milliseconds a process has used. */
function cpuOf(pid: number | undefined): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}

const cpuOfAll = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);
const print = (text: string): void => void process.stdout.write(`P9: ${text}; load ${load()}\n`);
