import { expect, it } from '@jest/globals';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { deliverAll } from '../delivery/deliver-all.ts';
import { linkedPlace } from '../delivery/linked-place.ts';
import { type Platform, PLATFORMS, windowOf } from '../delivery/platforms.ts';
import type { OpenPlace } from '../delivery/places.ts';
import type { Faults } from '../delivery/wire.ts';

/** C9 in full; `C9_MESSAGES` makes it shorter, `C9_ONLY` names one channel. */
const MESSAGES = Number(process.env['C9_MESSAGES'] ?? 10_000);
const PEOPLE = 1000;
const HOUR_MS = 3_600_000;

const FAULTS: Partial<Faults> = {
  ...{ busy: 0.002, refuses: 0.005, failsBefore: 0.005, failsAfter: 0.005 },
  ...{ resetsBefore: 0.005, resetsAfter: 0.005, silent: 0.0002, slow: 0.05 },
};

/**
 * No broadcast leaves by it, and its process is started again after each end: five seconds in which all wait. At its own
 * pace, two a second, ten thousand would take an hour and a half: here it is twenty times as fast.
 */
const hurriedLink: OpenPlace = async (options) => {
  const place = await linkedPlace(options);
  const inAll = { messages: 40, perMs: 1000, source: 'this trial' };
  return { ...place, channel: { ...place.channel, pace: { inAll } } };
};
const LINKED: Platform & { faults: Partial<Faults> } = {
  ...{ name: 'whatsapp-web', open: hurriedLink },
  faults: { ...FAULTS, resetsBefore: 0.0005, resetsAfter: 0.0005 },
};
const ALL: readonly (Platform & { faults?: Partial<Faults> })[] = [...PLATFORMS, LINKED].filter(
  ({ name }) => name === (process.env['C9_ONLY'] ?? name),
);

it(
  'C9: messages through each channel while things go wrong',
  async () => {
    const all = await Promise.all(
      ALL.map(async ({ name, open, perSecond, faults = FAULTS }, at) => {
        const chance = seededChance(1 + at);
        const place = await open({
          people: PEOPLE,
          chance,
          faults,
          ...(perSecond !== undefined && { limit: windowOf(perSecond) }),
        });
        const delivered = await deliverAll(place, {
          ...{ messages: MESSAGES, people: PEOPLE, chance },
          laneOf: (of) => (open === hurriedLink || of < 0.7 ? 'reply' : of < 0.8 ? 'alert' : 'broadcast'),
        });
        await place.close();
        const { seconds, fates, marked, insidePauses, wrong } = delivered;
        const { messages, others, answered } = place.wire?.seen ?? {
          messages: 0,
          others: 0,
          answered: new Map(),
        };
        const went = [...answered].map(([what, times]) => `${String(what)} ${String(times)}`).join(', ');
        console.info(
          `C9: ${name}: ${MESSAGES} messages to ${PEOPLE} people in ${seconds.toFixed(0)} s: ${fates.sent} sent, ` +
            `${fates.refused} refused for good, ${fates.unknown} in doubt and reported, ${marked} doubled and marked; ` +
            `${messages} requests (${(messages / MESSAGES).toFixed(2)}×) and ${others} questions whether anybody is there ` +
            `[${went}]; ${insidePauses} begun inside a pause; ${wrong.length} lost, doubled unmarked or out of order`,
        );
        return { name, wrong: wrong.slice(0, 10), insidePauses, times: messages / MESSAGES };
      }),
    );
    for (const { wrong, insidePauses, times } of all) {
      expect(wrong).toEqual([]);
      expect(insidePauses).toBe(0);
      expect(times).toBeLessThanOrEqual(2);
    }
  },
  HOUR_MS,
);
