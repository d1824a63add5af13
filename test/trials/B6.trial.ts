import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isFinished, settledOf } from '../../src/capabilities/broadcasts/report/tally.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { type Child } from '../broadcasts/children.ts';
import { TEXT } from '../broadcasts/sender.ts';
import { broadcastStage, type Stage } from '../broadcasts/stage.ts';
import { until } from '../channels/until.ts';
import { startTcpProxy, type TcpProxy } from '../delivery/tcp-proxy.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

/** `B6_PEOPLE`, `B6_KILLS` and `B6_SEED` make it shorter, or another one. */
const PEOPLE = Number(process.env['B6_PEOPLE'] ?? 10_000);
const KILLS = Number(process.env['B6_KILLS'] ?? 10);
const SEED = Number(process.env['B6_SEED'] ?? Date.now() % 1_000_000);
/** It goes on at some hundred a second; whoever waits longer for all of it waits in vain. */
const PATIENCE_MS = 120_000 + PEOPLE * 60;
const AN_HOUR_MS = 3_600_000;
/** An order is kept within this. */
const OBEYED_MS = 5000;
/** Who leaves in the very moment their message does may still get it. */
const ON_ITS_WAY_MS = 1000;
/** Of all, so many say stop or erase in the middle, and as many speak the language that is taken out. */
const SHARE = 0.02;
/** What is in doubt after one kill or one break of the line: what the pace has on its way, and not what waits. */
const MOST_IN_DOUBT = 20;

let database: TestDatabase;
let stage: Stage;
let line: TcpProxy;
beforeAll(async () => {
  database = await testDatabase();
  const pace = { perSecond: 100, leaseMs: 600, stepMs: 50 };
  stage = await broadcastStage({ uri: database.uri, people: PEOPLE, ...pace });
  const { hostname, port } = new URL(stage.telegram.root);
  line = await startTcpProxy({ host: hostname, port: Number(port) });
}, PATIENCE_MS);
afterAll(async () => {
  await stage.close();
  await line.close();
  await database.drop();
});

it(
  'B6: each exactly once, or in doubt and said so, whatever happens on the way; nothing after stop; never finished before it is',
  async () => {
    const { here, telegram, users } = stage;
    const chance = seededChance(SEED);
    const id = 'kills';
    const some = Math.ceil(PEOPLE * SHARE);
    const bambara = users.slice(0, some);
    for (const user of bambara) await stage.speaks(user, 'bm');
    await here.broadcasts.begin({ id, content: { fr: { text: TEXT }, bm: { text: TEXT } } });
    await here.parts.launch(id, 0);
    const began = performance.now();
    const reached = (): number => [...stage.times().values()].reduce((all, n) => all + n, 0);
    const wrong = { finishedTooSoon: 0, looks: 0 };
    const look = async (): Promise<void> => {
      const progress = await here.parts.report.progress(id).catch(() => undefined);
      if (progress === undefined) return;
      wrong.looks += 1;
      const isOver = progress.state === 'done' || isFinished(progress);
      if (isOver && settledOf(progress.tally) < PEOPLE) wrong.finishedTooSoon += 1;
    };
    const watching = setInterval(() => void look(), 250);

    const how = {
      // What was being sent when a process died is in doubt, and may be a great share of the first twenty.
      settings: { stopAtFailedPercent: 101, canaryWaitMs: 200 },
      apiRoot: line.root,
      perSecond: 100,
      clockAheadMs: 0,
    };
    const start = (): Promise<Child> => stage.start(how);
    let child = await start();
    const kill = async (): Promise<void> => {
      await child.kill();
      child = await start();
    };
    const left = { now: [] as number[], onTheirWay: 0 };

    /** What happens, and when so many of all have it. */
    const events: { at: number; what: string; run: () => Promise<void> }[] = [];
    const at = (share: number, what: string, run: () => Promise<void>): void =>
      void events.push({ at: share, what, run });
    // The first one falls into planning.
    for (let n = 0; n < KILLS; n += 1) at(n === 0 ? 0 : chance() * 0.85, `kill -9 (${String(n + 1)})`, kill);
    for (const share of [0.1, 0.4, 0.75]) at(share, 'a storm of 429', storm);
    at(0.2, 'a pause, and a resume', pausing);
    at(0.3, 'the rate goes down to 60 a second', () => rate(60));
    at(0.35, 'the rate goes up to 150 a second', () => rate(150));
    at(0.45, `the Bambara text is taken out (${String(some)} speak it)`, withoutBambara);
    at(0.55, 'the channel is away for an hour, in which some stop or erase, and a process is killed', away);
    events.sort((a, b) => a.at - b.at);
    for (const { at: share, what, run } of events) {
      await until(async () => reached() >= share * PEOPLE, reached, PATIENCE_MS);
      await new Promise((resolve) => setTimeout(resolve, chance() * 400));
      print(`${((performance.now() - began) / 1000).toFixed(1)} s, ${reached()} have it: ${what}`);
      await run();
    }
    await until(async () => (await here.broadcasts.find(id))?.state === 'done', reached, PATIENCE_MS);
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watching);
    await child.stop();

    async function storm(): Promise<void> {
      const does = { answer: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 };
      telegram.fail({ method: 'sendMessage', times: 3, does });
    }
    async function pausing(): Promise<void> {
      expect(await here.parts.control(id, 'pause')).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, OBEYED_MS));
      const before = reached();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(reached()).toBe(before);
      expect(await here.parts.control(id, 'resume')).toBe(true);
    }
    async function rate(perSecond: number): Promise<void> {
      how.perSecond = perSecond;
      await child.stop();
      child = await start();
    }
    async function withoutBambara(): Promise<void> {
      const kept = here.db.collection<{ _id: string }>('test_broadcasts');
      await kept.updateOne({ _id: id }, { $unset: { 'content.bm': '' } });
    }
    async function away(): Promise<void> {
      line.be('refuses');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      // Those first whose message waits in the outbox of a process.
      const standing = await stage.standing(id);
      const waits = users.filter((user) => standing.get(user)?.state === 'going');
      const others = users.filter((user) => standing.get(user)?.state === 'queued');
      left.now = [...waits, ...others].slice(0, some);
      for (const [n, user] of left.now.entries()) await stage.leaves(user, n % 2 === 1);
      await child.kill();
      how.clockAheadMs = AN_HOUR_MS;
      child = await start();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      line.be();
      await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY_MS));
      left.onTheirWay = left.now.filter((user) => stage.times().has(user)).length;
    }

    const { of, tally } = (await here.parts.report.progress(id))!;
    const times = stage.times();
    const standing = await stage.standing(id);
    const stateOf = (user: number): string => standing.get(user)?.state ?? 'missing';
    const twice = users.filter((user) => (times.get(user) ?? 0) > 1);
    const lost = users.filter((user) => stateOf(user) === 'sent' && !times.has(user));
    const uncounted = users.filter((user) => times.has(user) && !['sent', 'unknown'].includes(stateOf(user)));
    const afterStop = left.now.filter((user) => times.has(user));
    const unknownButThere = users.filter((user) => stateOf(user) === 'unknown' && times.has(user)).length;
    print(
      `seed ${SEED}: ${PEOPLE} people, ${KILLS + 1} kills, ${seconds.toFixed(0)} s in all, ${wrong.looks} looks at the page`,
    );
    print('recipients | sent | in doubt (of them have it) | skipped | failed');
    print(
      `${String(of)} | ${tally.sent} | ${tally.unknown} (${unknownButThere}) | ${tally.skipped} | ${tally.failed + tally.blocked}`,
    );
    for (const { state, reason, people } of await here.parts.report.byReason(id))
      print(`  ${state}, ${reason}: ${people}`);
    print(
      'twice | counted as sent and not there | there and not counted | after stop or erasure | finished too soon',
    );
    print(
      [twice, lost, uncounted, afterStop].map(({ length }) => length).join(' | ') +
        ` | ${wrong.finishedTooSoon}`,
    );
    expect({ twice, lost, uncounted }).toEqual({ twice: [], lost: [], uncounted: [] });
    expect([of, settledOf(tally)]).toEqual([PEOPLE, PEOPLE]);
    expect(afterStop.length).toBeLessThanOrEqual(left.onTheirWay);
    expect(left.onTheirWay).toBe(0);
    expect(tally.unknown).toBeLessThanOrEqual((KILLS + 2) * MOST_IN_DOUBT);
    expect(wrong.finishedTooSoon).toBe(0);
    expect(tally.skipped).toBeGreaterThanOrEqual(left.now.length);
    expect(wrong.looks).toBeGreaterThan(10);
  },
  PATIENCE_MS * 2,
);

const print = (text: string): void => void process.stdout.write(`B6: ${text}\n`);
