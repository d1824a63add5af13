import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../../test/channels/until.ts';
import { startTicks, type Tick, type Ticks } from './ticks.ts';

const EACH_SECOND = '* * * * * *';
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
let ticks: Ticks | undefined;
const reported: unknown[][] = [];
const start = (...of: Omit<Tick, 'at'>[]): void => {
  reported.length = 0;
  ticks = startTicks(
    of.map((tick) => ({ ...tick, at: EACH_SECOND })),
    'Africa/Bamako',
    (name, cause) => reported.push([name, String(cause)]),
  );
};
afterEach(() => ticks?.stop());

describe('ticks', () => {
  it('one that is still running is not begun again; stop waits for it', async () => {
    let begun = 0;
    let ended = 0;
    let others = 0;
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    start(
      {
        name: 'slow',
        async run() {
          begun += 1;
          await held;
          ended += 1;
        },
      },
      { name: 'other', run: async () => void (others += 1) },
    );
    await until(() => begun === 1 && others === 2);
    expect([begun, ended]).toEqual([1, 0]);
    const stopped = ticks?.stop().then(() => 'stopped');
    expect(await Promise.race([stopped, seconds(0.05)])).toBeUndefined();
    end();
    await stopped;
    expect([begun, ended]).toEqual([1, 1]);
    await seconds(1.2);
    expect(begun).toBe(1);
  });

  it('one that fails is reported, comes round again and does not stop the others', async () => {
    let begun = 0;
    let others = 0;
    start(
      {
        name: 'broken',
        run() {
          begun += 1;
          return Promise.reject(new Error('away'));
        },
      },
      { name: 'other', run: async () => void (others += 1) },
    );
    await until(() => begun >= 2 && others >= 2);
    expect(begun).toBeGreaterThanOrEqual(2);
    expect(others).toBeGreaterThanOrEqual(2);
    expect(reported[0]).toEqual(['broken', 'Error: away']);
  });
});
