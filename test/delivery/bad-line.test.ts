import { describe, expect, it } from '@jest/globals';
import { type BadLine, overBadLine } from './bad-line.ts';
import { cloudPlace, type OpenPlace, telegramPlace } from './places.ts';

/** The trial T30 sends hundreds over each line, on every platform. */
const MESSAGES = 20;
const few = { messages: MESSAGES, people: 10 };

describe('T30: a bad line to a platform loses nothing, and is not stormed', () => {
  it.each<[string, OpenPlace, BadLine]>([
    ['telegram, 50 ms each way', telegramPlace, { ...few, toxic: { latencyMs: 50 } }],
    ['telegram, in slices of 7 bytes', telegramPlace, { ...few, toxic: { slicesOf: 7 } }],
    ['telegram, reset for a second', telegramPlace, { ...few, toxic: 'resets', mendedAfterMs: 1000 }],
    ['whatsapp-cloud, in slices of 50 bytes', cloudPlace, { ...few, toxic: { slicesOf: 50 } }],
  ])('%s', async (_name, open, how) => {
    const { fates, wrong, asked } = await overBadLine(open, how);
    expect([wrong, fates]).toEqual([[], { sent: MESSAGES, refused: 0, unknown: 0 }]);
    expect(asked).toBeLessThanOrEqual(2 * MESSAGES);
  });
});
