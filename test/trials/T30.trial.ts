import { expect, it } from '@jest/globals';
import { type BadLine, overBadLine } from '../delivery/bad-line.ts';
import { cloudPlace, type OpenPlace, smsPlace, telegramPlace } from '../delivery/places.ts';

/** T30 at the platforms' side, in full. */
const MESSAGES = 500;
const PEOPLE = 100;
const HOUR_MS = 3_600_000;

const LINES: readonly [string, Pick<BadLine, 'toxic' | 'mendedAfterMs'>][] = [
  ['2 s each way', { toxic: { latencyMs: 2000 } }],
  ['in slices of 5 bytes', { toxic: { slicesOf: 5 } }],
  ['1 kB/s', { toxic: { bytesPerSecond: 1024 } }],
  ['every connection reset for 20 s', { toxic: 'resets', mendedAfterMs: 20_000 }],
  ['nobody there for 20 s', { toxic: 'refuses', mendedAfterMs: 20_000 }],
];
/** A gateway takes eight at once, so that fewer messages are as long on their way. */
const PLATFORMS: readonly [string, OpenPlace, number][] = [
  ['telegram', telegramPlace, MESSAGES],
  ['whatsapp-cloud', cloudPlace, MESSAGES],
  ['sms', smsPlace(1000), 100],
];

it.each(
  PLATFORMS.flatMap(([name, open, messages]) =>
    LINES.map(([what, line]) => [name, what, open, line, messages] as const),
  ),
)(
  'T30: %s, %s',
  async (name, what, open, line, messages) => {
    const { seconds, fates, marked, wrong, asked } = await overBadLine(open, {
      ...line,
      messages,
      people: PEOPLE,
    });
    console.info(
      `T30: ${name}, ${what}: ${messages} messages in ${seconds.toFixed(0)} s: ${fates.sent} sent, ${fates.unknown} in doubt, ` +
        `${marked} doubled and marked, ${asked} tries (${(asked / messages).toFixed(2)}×), ${wrong.length} lost or out of order`,
    );
    expect([wrong, fates]).toEqual([[], { sent: messages, refused: 0, unknown: 0 }]);
    expect(asked).toBeLessThanOrEqual(2 * messages);
  },
  HOUR_MS,
);
