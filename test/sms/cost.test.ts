import { describe, expect, it } from '@jest/globals';
import { SMS_SETTINGS } from '../../src/app/sms-settings.ts';
import { type Cost, costs } from './cost.ts';

const MOST = SMS_SETTINGS.SMS_MAX_PARTS.schema.parse(undefined);

describe('C14, C15: what the shipped flows cost by SMS', () => {
  it('no message is cut by the limit that comes with Benkan; plain letters never cost more, and Bambara costs as French', async () => {
    const all = await costs();
    expect(all.length).toBeGreaterThan(20);
    const sum = (lang: string, read: (cost: Cost) => number): number =>
      all.filter((cost) => cost.lang === lang).reduce((total, cost) => total + read(cost), 0);
    expect(all.filter(({ dearest }) => dearest > MOST)).toEqual([]);
    expect(all.filter(({ parts }) => parts.plain > parts.exact)).toEqual([]);
    expect(sum('bm', ({ parts }) => parts.plain)).toBeLessThan(sum('fr', ({ parts }) => parts.plain) * 1.1);
    expect(sum('bm', ({ parts }) => parts.exact)).toBeGreaterThan(
      sum('bm', ({ parts }) => parts.plain) * 1.6,
    );
  });
});
