import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../channels/until.ts';
import { testStore, type TestStore } from '../universe/store.ts';
import { inCommon, newPlatform, type Platform, type Sender, startSender } from './senders.ts';
import { startRedis, type TestRedis } from './server.ts';
import { lateness } from './turnstiles.ts';

/** One broadcast of two messages to each. */
const PEOPLE = 15;

let redis: TestRedis;
let store: TestStore;
beforeAll(async () => {
  [redis, store] = await Promise.all([startRedis(), testStore()]);
});
afterAll(async () => {
  await redis.stop();
  await store.close();
});

let platform: Platform;
let senders: Sender[];
beforeEach(() => {
  platform = newPlatform();
  senders = [];
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
});

let tests = 0;
/** Processes, and people with names nobody else has. */
async function stage(of: number, url?: string) {
  tests += 1;
  platform.test = `t${tests}`;
  senders = await Promise.all(Array.from({ length: of }, () => startSender(inCommon(store), platform, url)));
  const say = (by: number, person: number, lane: 'reply' | 'alert' | 'broadcast', ...texts: string[]) =>
    senders[by]!.say(`${platform.test}-p${person}`, lane, ...texts);
  const broadcast = (by: number) =>
    Promise.all(Array.from({ length: PEOPLE }, (_, person) => say(by, person, 'broadcast', 'one', 'two')));
  return { say, broadcast };
}

const came = (count: number) =>
  until(
    () => platform.received.length >= count,
    () => platform,
  );
const all = () => came(2 * PEOPLE);

/** Each got both, once, the first one first; nothing is in doubt. */
function expectOnceInOrder(): void {
  const { received, reported } = platform;
  expect(new Set(received).size).toBe(received.length);
  expect(received).toHaveLength(2 * PEOPLE);
  for (const [at, text] of received.entries())
    if (text.endsWith('/two')) expect(received.slice(0, at)).toContain(text.replace('/two', '/one'));
  expect(reported).toEqual([]);
}

describe.each<[string, () => string | undefined]>([
  ['processes that know nothing of each other', () => undefined],
  ['processes at a Redis', () => redis.url],
])('P9: sending by %s', (_name, url) => {
  it('each message leaves once, those of a talk in their order', async () => {
    const { broadcast } = await stage(3, url());
    await broadcast(0);
    await all();
    expectOnceInOrder();
  });

  it('who stops leaves the rest to the others, and nothing is in doubt', async () => {
    const { broadcast } = await stage(2, url());
    await broadcast(0);
    await came(6);
    await senders.shift()!.stop();
    await all();
    expectOnceInOrder();
  });

  it('U4, rule 10: who dies leaves in doubt what it had begun, and no broadcast is doubled', async () => {
    const { broadcast } = await stage(2, url());
    await broadcast(0);
    await came(6);
    senders[0]!.kill();
    const { begun } = platform;
    const onTheirWay = begun - platform.received.length;
    // What only waited for its turn is sent by the other one.
    await came(2 * PEOPLE - onTheirWay);
    expect(new Set(platform.received).size).toBe(platform.received.length);
    expect(onTheirWay).toBeLessThan(2 * PEOPLE - 6);
  });
});

describe('P9: sending with a Redis that fails', () => {
  it('P9, T2: all that leaves is within one pace; Redis learns no word, no address, no bare id', async () => {
    platform.perSecond = 20;
    const { say, broadcast } = await stage(3, redis.url);
    const late = lateness();
    await broadcast(0);
    await came(3);
    await Promise.all([say(2, 71, 'reply', 'reply'), say(1, 70, 'alert', 'alert')]);
    const held = await redis.holds();
    expect(held).toContain('departures-drum');
    expect(held).not.toMatch(new RegExp(`${platform.test}-p|(?<![\\w-])(?:one|two|alert)(?![\\w-])`));
    await came(2 * PEOPLE + 2);
    expect(new Set(platform.received).size).toBe(2 * PEOPLE + 2);
    const [first = 0, last = 0] = [platform.times[0], platform.times.at(-1)];
    const seconds = (last - first + late().lost) / 1000;
    expect((platform.times.length - 1) / seconds).toBeLessThanOrEqual(20 * 1.05);
  });

  it('FLUSHALL in the middle: MongoDB brings everything back, once', async () => {
    const { broadcast } = await stage(2, redis.url);
    await broadcast(0);
    await came(6);
    await redis.flush();
    await all();
    expectOnceInOrder();
  });

  it('killed and back: sending goes on meanwhile, nothing is lost or doubled', async () => {
    const { say, broadcast } = await stage(2, redis.url);
    await broadcast(0);
    await came(6);
    await redis.kill();
    await say(1, 72, 'alert', 'meanwhile');
    await until(() => platform.received.some((text) => text.endsWith('/meanwhile')));
    await redis.start();
    await came(2 * PEOPLE + 1);
    platform.received = platform.received.filter((text) => !text.endsWith('/meanwhile'));
    expectOnceInOrder();
  });
});
