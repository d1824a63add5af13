import { describe, expect, it } from '@jest/globals';
import { testClock } from '../../../test/universe/time.ts';
import type { Counted } from '../platform/ports.ts';
import { watched } from './watch.ts';

describe('C15: what an operator is told', () => {
  it('what can be mended, once in ten minutes and how often; everything is counted', () => {
    const clock = testClock();
    const counts: Counted[] = [];
    const lines: object[] = [];
    const log = {
      info: () => undefined,
      warn: (fields: object, line: string) =>
        void lines.push({ ...fields, names: /SMS_\w+/.exec(line)?.[0] }),
      error: () => undefined,
    };
    const count = watched((what) => void counts.push(what), log, clock);
    const all: Counted[] = ['unauthenticated', 'received', 'unauthenticated', 'ignored', 'unauthenticated'];
    for (const what of all) count(what);
    clock.advance(600_000);
    count('unauthenticated');
    expect(counts).toEqual([...all, 'unauthenticated']);
    expect(lines).toEqual([
      { channel: 'sms', code: 'unauthenticated', count: 1, names: 'SMS_INBOUND_SECRET' },
      { channel: 'sms', code: 'ignored', count: 1, names: 'SMS_INBOUND_FIELDS' },
      { channel: 'sms', code: 'unauthenticated', count: 3, names: 'SMS_INBOUND_SECRET' },
    ]);
  });
});
