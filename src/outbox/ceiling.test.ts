import { describe, expect, it } from '@jest/globals';
import { Ceiling, type Standing } from './ceiling.ts';

function month(most?: number) {
  const told: Standing[] = [];
  const store = { count: 0 };
  const ceiling = new Ceiling({
    count: async () => store.count,
    most,
    reached: (standing) => void told.push(standing),
  });
  return { ceiling, store, told: () => told.map(({ level, count }) => `${level} ${count}`) };
}

describe('C3: what a month may cost', () => {
  it('is told at 80 and at 100 per cent, once each', () => {
    const { ceiling, told } = month(10);
    for (let n = 0; n < 12; n += 1) ceiling.counted();
    expect(told()).toEqual(['near 8', 'reached 10']);
    expect(ceiling.standing).toEqual({ count: 12, most: 10, level: 'reached' });
  });

  it('counts what other processes and earlier starts have counted', async () => {
    const { ceiling, store, told } = month(10);
    store.count = 9;
    await ceiling.look();
    ceiling.counted();
    expect(told()).toEqual(['near 9', 'reached 10']);
  });

  it('begins anew with a new month, and is told again', async () => {
    const { ceiling, store, told } = month(10);
    store.count = 10;
    await ceiling.look();
    store.count = 0;
    await ceiling.look();
    expect(ceiling.standing.level).toBe('below');
    store.count = 8;
    await ceiling.look();
    expect(told()).toEqual(['reached 10', 'near 8']);
  });

  it('without a ceiling everything is below it', () => {
    const { ceiling, told } = month();
    for (let n = 0; n < 100; n += 1) ceiling.counted();
    expect([ceiling.standing, told()]).toEqual([{ count: 100, level: 'below' }, []]);
  });
});
