import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Passed } from '../../conversation/passed.ts';
import { lately } from '../../domain/lately.ts';
import { countPassed } from './index.ts';
import { overviewReader } from './reader.ts';
import { shownTraffic } from './traffic/shown.ts';
import { type StandingRow, type Traffic, trafficCounter, type TrafficRow } from './traffic/traffic.ts';

let now: number;
const clock = { now: () => now };
beforeEach(() => {
  now = Date.UTC(2026, 10, 22, 12, 30, 40);
});

describe('W1: counting by channel and day', () => {
  let written: TrafficRow[];
  let standing: StandingRow[];
  let fails: boolean;
  let traffic: Traffic;
  beforeEach(() => {
    [written, standing, fails] = [[], [], false];
    traffic = trafficCounter({
      clock,
      async write(rows, stands) {
        if (fails) throw new Error('away');
        // What is written stays as it was then.
        written = structuredClone([...rows]);
        standing = structuredClone([...stands]);
      },
    });
  });

  const passed = (more: Partial<Passed> = {}): Passed => ({
    ...{ channel: 'telegram', written: true, came: false, stopped: false, erased: false },
    ...more,
  });

  it('a message, somebody new, a stop, an erasure; the house’s own turn is no message', async () => {
    countPassed(traffic, passed({ came: true }));
    countPassed(traffic, passed({ stopped: true }));
    countPassed(traffic, passed({ erased: true, channel: 'sms' }));
    countPassed(traffic, passed({ written: false }));
    await traffic.flush();
    expect(written).toEqual([
      { day: '2026-11-22', channel: 'telegram', counts: { in: 2, came: 1, stopped: 1 }, codes: {} },
      { day: '2026-11-22', channel: 'sms', counts: { in: 1, erased: 1 }, codes: {} },
    ]);
  });

  it('writes its whole sums, so that a repetition after a lost answer changes nothing', async () => {
    traffic.count('out', 'web');
    fails = true;
    await expect(traffic.flush()).rejects.toThrow('away');
    fails = false;
    traffic.count('out', 'web');
    await traffic.flush();
    expect(written[0]?.counts).toEqual({ out: 2 });
    written = [];
    await traffic.flush();
    expect(written).toEqual([]);
  });

  it('tells causes apart by code, and none that is no plain code or one too many', async () => {
    for (const code of ['131026', '131026', 'a.$b', '{"x":1}']) traffic.count('failed', 'sms', code);
    for (let n = 0; n < 60; n += 1) traffic.count('failed', 'sms', `c${String(n)}`);
    await traffic.flush();
    const { codes = {}, counts } = written[0] ?? {};
    expect(codes).toMatchObject({ '131026': 2 });
    expect(Object.keys(codes).length).toBeLessThanOrEqual(42);
    expect(Object.values(codes).reduce((sum, n) => sum + n, 0)).toBe(counts?.failed);
    expect(Object.keys(codes).join()).not.toMatch(/[.${]/);
  });

  it('says when a channel was last heard of, by the minute and no finer', async () => {
    traffic.count('in', 'web');
    traffic.count('came', 'web');
    await traffic.flush();
    const minute = Date.UTC(2026, 10, 22, 12, 30);
    expect(standing).toEqual([{ channel: 'web', day: '2026-11-22', last: { in: minute } }]);
  });
});

describe('S12, docs/decisions/small-counts.md: sums as staff may see them', () => {
  const row = (day: string, channel: string, counts: TrafficRow['counts'], codes = {}): TrafficRow => ({
    ...{ day, channel, counts, codes },
  });
  const rows = [
    row('2026-11-21', 'telegram', { in: 103, came: 4, stopped: 2, failed: 3 }, { '403': 3 }),
    row('2026-11-22', 'sms', { in: 3, came: 3, failed: 1 }, { E1: 1 }),
  ];

  it('hides 1 to 4, rounds parts, and shows our own failures as they are', () => {
    const { total, channels, days, causes } = shownTraffic(rows, true);
    expect(total).toMatchObject({ in: 106, came: 7, stopped: null, erased: 0, failed: 4 });
    expect(channels.map(({ channel, counts }) => [channel, counts.in, counts.came, counts.failed])).toEqual([
      ['telegram', 105, null, 3],
      ['sms', null, null, 1],
    ]);
    expect(days.map(({ day, counts }) => [day, counts.in])).toEqual([
      ['2026-11-22', null],
      ['2026-11-21', 105],
    ]);
    expect(causes).toEqual([
      { channel: 'telegram', code: '403', count: 3 },
      { channel: 'sms', code: 'E1', count: 1 },
    ]);
  });

  it('hides nothing on a development machine', () => {
    expect(shownTraffic(rows, false).channels[1]?.counts).toMatchObject({ in: 3, came: 3 });
  });

  it('one channel alone is shown as a part, and other channels stay to be chosen', async () => {
    const since: string[] = [];
    const reader = overviewReader({
      store: {
        since: async (day) => {
          since.push(day);
          return rows;
        },
        standing: async () => [
          { channel: 'sms', day: '', last: { in: 5, out: 1 } },
          { channel: 'sms', day: '', last: { in: 3, failed: 9 } },
        ],
      },
      flush: async () => {
        throw new Error('the database is slow');
      },
      people: async () => ({ people: 7, stopped: 0 }),
      clock,
      hides: true,
    });
    const read = await reader.traffic({ days: 30, channel: 'telegram' });
    expect(read.total.in).toBe(105);
    expect(read.known).toEqual(['sms', 'telegram']);
    expect((await reader.week()).seen).toMatchObject({ people: 7, failed: 4 });
    expect(since).toEqual(['2026-10-24', '2026-11-16']);
    expect((await reader.standing()).get('sms')).toEqual({ in: 5, out: 1, failed: 9 });
  });
});

describe('a look that is remembered', () => {
  it('is shared, says its age, and is taken again when it is old, failed, or the clock went back', async () => {
    let looks = 0;
    let fails = false;
    const look = lately(clock, 1000, async () => {
      looks += 1;
      if (fails) throw new Error('away');
      return looks;
    });
    const begun = now;
    expect(await Promise.all([look(), look()])).toEqual([
      { seen: 1, asOf: begun },
      { seen: 1, asOf: begun },
    ]);
    now += 999;
    expect((await look()).seen).toBe(1);
    now += 1;
    fails = true;
    await expect(look()).rejects.toThrow('away');
    fails = false;
    expect((await look()).seen).toBe(3);
    now -= 5000;
    expect((await look()).seen).toBe(4);
  });
});
