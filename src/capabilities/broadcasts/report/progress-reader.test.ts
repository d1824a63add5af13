import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import { testClock } from '../../../../test/universe/time.ts';
import { progressReader } from './progress-reader.ts';
import { NO_TALLY } from './tally.ts';

describe('B6: what pages read of a broadcast', () => {
  it('is counted once a while however many look, longer where counting takes long, and anew where it stands elsewhere', async () => {
    const clock = testClock();
    const counted: string[] = [];
    const count = async <Counted>(what: string, is: Counted): Promise<Counted> => {
      counted.push(what);
      clock.advance(100);
      return is;
    };
    const { fingerprint } = testKeyring();
    const reader = progressReader({
      ...{ broadcasts: { find: async () => undefined }, runs: { find: async () => null } },
      ...{ fingerprint, clock },
      figures: {
        planned: async () => ({ of: 0, channels: [], regions: [] }),
        tally: () => count('tally', NO_TALLY),
        bySegment: (_ids, segment) => count(segment, new Map()),
        byReason: () => count('reason', []),
        rows: async () => [],
      },
    });
    const look = async (state: string): Promise<string[]> => {
      counted.length = 0;
      await reader.byReason('a', state);
      await reader.bySegment('a', 'lang', state);
      await reader.bySegment('a', 'region', state);
      return [...counted];
    };
    const all = ['reason', 'lang', 'region'];
    expect(await look('running')).toEqual(all);
    clock.advance(1500);
    expect(await look('running')).toEqual([]);
    expect(await look('done')).toEqual(all);
    clock.advance(2001);
    expect(await look('done')).toEqual(all);
  });
});
