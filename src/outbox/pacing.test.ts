import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Limit, Pace } from '../conversation/pace.ts';
import type { Lane } from '../domain/message.ts';
import { EvenFlow } from './even-flow.ts';
import { Pacing } from './pacing.ts';

const limit = (messages: number, perMs: number, more: Partial<Limit> = {}): Limit => ({
  ...{ messages, perMs, source: 'https://example.org' },
  ...more,
});
const TEN_A_SECOND: Pace = { inAll: limit(10, 1000) };
const SPARING: Pace = {
  inAll: limit(10, 1000, { sparesReplies: true }),
  toOne: limit(1, 1000, { sparesReplies: true }),
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** People who want to send, and who went when. */
function queue(pace: Pace) {
  const pacing = new Pacing(pace);
  const gone: string[] = [];
  const times: number[] = [];
  const began = performance.now();
  const leave = (name: string, lane: Lane = 'reply', to = name): void => {
    const went = (): void => {
      gone.push(name);
      times.push(performance.now() - began);
      pacing.back(lane);
    };
    const turn = pacing.leave(lane, to);
    if (turn === undefined) went();
    else void turn.then((may) => (may ? went() : gone.push(`not ${name}`)));
  };
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  return { pacing, gone, times, leave, pass };
}

/** Only what it sets itself: what another test left behind may set timers of its own, between its steps. */
function timersSetBy(step: () => void): number {
  const before = jest.getTimerCount();
  step();
  return jest.getTimerCount() - before;
}

/** The most that went within any window of so many milliseconds. */
const mostWithin = (times: readonly number[], ms: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));

describe('C9: the pace of a channel', () => {
  it('below the limit nothing waits, and no timer is set', async () => {
    const { leave, gone, pass } = queue(TEN_A_SECOND);
    for (const name of ['a', 'b', 'c']) {
      expect(timersSetBy(() => leave(name))).toBe(0);
      expect(gone).toContain(name);
      await pass(120);
    }
  });

  it('without a table nothing ever waits', () => {
    const { leave, gone } = queue({});
    const timers = timersSetBy(() => {
      for (let n = 0; n < 100; n += 1) leave(String(n));
    });
    expect(gone).toHaveLength(100);
    expect(timers).toBe(0);
  });

  it.each([
    ['Telegram’s', 30],
    ['WhatsApp’s', 80],
    ['a slow gateway’s', 1],
  ])('under load at least 95 %% of %s limit goes, and no second sees more', async (_name, messages) => {
    const { leave, times, pass } = queue({ inAll: limit(messages, 1000) });
    for (let n = 0; n < messages * 22; n += 1) leave(`p${n}`, 'broadcast');
    await pass(20_000);
    expect(times.length / 20).toBeGreaterThanOrEqual(messages * 0.95);
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(messages);
  });

  it('a timer that comes late is made up for', () => {
    const flow = new EvenFlow(limit(30, 1000));
    const times: number[] = [];
    for (let now = 0, n = 0; now < 20_000; n += 1) {
      times.push(now);
      flow.gone(now);
      now += Math.max(0, flow.afterMs(now)) + (n % 16);
    }
    expect(times.length / 20).toBeGreaterThanOrEqual(30 * 0.95);
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(30);
  });

  it('replies go first, then alerts, then broadcasts', async () => {
    const { leave, gone, pass } = queue(TEN_A_SECOND);
    leave('first');
    for (const name of ['b1', 'b2']) leave(name, 'broadcast');
    leave('alert', 'alert');
    leave('reply');
    await pass(1000);
    expect(gone).toEqual(['first', 'reply', 'alert', 'b1', 'b2']);
  });
});

describe('C9: replies where a limit is for mailings', () => {
  it('do not wait, and the rest makes room for them', async () => {
    const { leave, gone, times, pass } = queue(SPARING);
    for (let n = 0; n < 40; n += 1) leave(`b${n}`, 'broadcast');
    await pass(100);
    for (let n = 0; n < 30; n += 1) leave('reply', 'reply', 'awa');
    expect(gone.filter((name) => name === 'reply')).toHaveLength(30);
    await pass(1000);
    expect(times.filter((time) => time > 100 && time < 1100)).toHaveLength(0);
    await pass(5000);
    expect(gone).toHaveLength(70);
  });

  it('B7: among them a broadcast goes evenly, so that five seconds never see more than five times a second’s', () => {
    const flow = new EvenFlow(limit(30, 1000));
    const times: number[] = [];
    // The first ones go, then a pause of half a second; replies, five a second, go without asking.
    let reply = 0;
    for (let now = 0, n = 0; now < 30_000; n += 1) {
      now += n === 12 ? 500 : Math.max(0, flow.afterMs(now));
      for (; reply <= now; reply += 200) {
        times.push(reply);
        flow.gone(reply);
      }
      times.push(now);
      flow.gone(now);
    }
    expect(mostWithin(times, 5000)).toBeLessThanOrEqual(150);
    expect(times.length / 30).toBeGreaterThanOrEqual(30 * 0.95);
  });

  it('keep to it once the platform has asked for a pause', async () => {
    const { pacing, leave, times, pass } = queue(SPARING);
    leave('a');
    pacing.hold(2000);
    for (let n = 0; n < 30; n += 1) leave(`r${n}`);
    await pass(10_000);
    const [, first = 0] = times;
    expect(first).toBeGreaterThanOrEqual(2000);
    expect(times).toHaveLength(31);
    expect(mostWithin(times, 1000)).toBeLessThanOrEqual(10);
  });
});

describe('C3: one message in six seconds to one person, and 45 ahead', () => {
  const pair: Pace = { toOne: limit(45, 270_000) };

  it('45 go at once, the next when the platform has forgotten the first; nobody else waits for it', async () => {
    const { leave, gone, times, pass } = queue(pair);
    for (let n = 0; n < 46; n += 1) leave(`awa ${n}`, 'reply', 'awa');
    expect(gone).toHaveLength(45);
    leave('oumar');
    expect(gone.at(-1)).toBe('oumar');
    await pass(300_000);
    expect(gone.at(-1)).toBe('awa 45');
    expect(times.at(-1)).toBeGreaterThan(270_000);
    expect(times.at(-1)).toBeLessThan(282_000);
  });
});

describe('C9: a pause the platform asks for', () => {
  it('is kept by everybody, then one goes first and the others follow its outcome', async () => {
    const { pacing, pass } = queue({});
    const went: string[] = [];
    pacing.hold(5000);
    for (const name of ['a', 'b', 'c']) void pacing.leave('reply', name)?.then(() => went.push(name));
    await pass(4999);
    expect(went).toEqual([]);
    await pass(1000);
    expect(went).toEqual(['a']);
    pacing.back('reply');
    await pass(10);
    expect(went).toEqual(['a', 'b', 'c']);
  });

  it('begins anew where the first is refused again', async () => {
    const { pacing, pass } = queue({});
    const went: string[] = [];
    pacing.hold(1000);
    for (const name of ['a', 'b']) void pacing.leave('reply', name)?.then(() => went.push(name));
    await pass(1000);
    pacing.hold(3000);
    pacing.back('reply');
    await pass(2900);
    expect(went).toEqual(['a']);
    await pass(200);
    expect(went).toEqual(['a', 'b']);
  });

  it('is not made shorter by a second one', async () => {
    const { pacing } = queue({});
    pacing.hold(5000);
    pacing.hold(1000);
    expect(pacing.heldMs).toBeGreaterThan(4900);
  });
});

describe('C9: a platform that is slow to answer', () => {
  it('has 128 messages on their way at most; what is more waits here, where replies go first', async () => {
    const { pacing, pass } = queue({});
    const away: string[] = [];
    const leave = (name: string, lane: Lane): void => {
      const turn = pacing.leave(lane, name);
      if (turn === undefined) away.push(name);
      else void turn.then(() => away.push(name));
    };
    for (let n = 0; n < 140; n += 1) leave(`r${n}`, 'reply');
    leave('alert', 'alert');
    leave('late reply', 'reply');
    expect(away).toHaveLength(128);
    for (let n = 0; n < 20; n += 1) pacing.back('reply');
    await pass(1);
    expect(away).toHaveLength(142);
    expect(away.slice(-2)).toEqual(['late reply', 'alert']);
  });

  it('has 96 mailings on their way at most; replies find room', async () => {
    const { pacing, pass } = queue({});
    let away = 0;
    for (let n = 0; n < 110; n += 1) {
      const turn = pacing.leave('broadcast', String(n));
      if (turn === undefined) away += 1;
      else void turn.then(() => (away += 1));
    }
    expect(away).toBe(96);
    expect(pacing.leave('reply', 'awa')).toBeUndefined();
    pacing.back('broadcast');
    await pass(1);
    expect(away).toBe(97);
  });
});

describe('T31: stop', () => {
  it('who waits is told that their turn does not come', async () => {
    const { pacing, leave, gone, pass } = queue({ inAll: limit(1, 1000), toOne: limit(1, 1000) });
    const set = timersSetBy(() => {
      leave('a', 'reply', 'awa');
      leave('b', 'reply', 'awa');
      leave('c', 'broadcast', 'oumar');
    });
    expect(pacing.waiting).toBe(2);
    expect(set).toBeGreaterThan(0);
    expect(timersSetBy(() => pacing.stop())).toBe(-set);
    await pass(1);
    expect(gone).toEqual(['a', 'not c', 'not b']);
  });
});
