import { describe, expect, it } from '@jest/globals';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { deliverAll } from './deliver-all.ts';
import { linkedPlace } from './linked-place.ts';
import { cloudPlace, type OpenPlace, type Place, smsPlace, telegramPlace, webPlace } from './places.ts';
import type { Faults } from './wire.ts';

/** Far more than in life; the trial C9 sends 10,000 messages through each channel. */
const FAULTS: Partial<Faults> = {
  ...{
    refuses: 0.05,
    failsBefore: 0.03,
    failsAfter: 0.03,
    resetsBefore: 0.03,
    resetsAfter: 0.03,
    slow: 0.05,
  },
};
const MESSAGES = 80;
/** The suite has no time for the platforms' own pace; pacing.test.ts and the trial keep it. */
const FAST = { inAll: { messages: 2000, perMs: 1000, source: 'this test' } };

/** Neither for the half minute after which a gateway that cannot be asked is taken to be there again. */
const hurried = (place: Place): Place => ({
  ...place,
  channel: { ...place.channel, pace: FAST, answers: async () => (await place.channel.answers?.()) ?? true },
});

describe('C9: messages through each channel while things go wrong', () => {
  it.each<[string, OpenPlace]>([
    ['telegram', telegramPlace],
    ['whatsapp-cloud', cloudPlace],
    ['web', webPlace],
    ['sms', smsPlace(100)],
  ])('%s: each once, in order, none lost, doubts marked', async (name, open) => {
    const chance = seededChance(name.length);
    const place = await open({ people: 20, chance, faults: FAULTS });
    const delivered = await deliverAll(hurried(place), {
      messages: MESSAGES,
      people: 20,
      chance,
      laneOf: (of) => (of < 0.8 ? 'reply' : of < 0.9 ? 'alert' : 'broadcast'),
    });
    await place.close();
    const { sent, refused, unknown } = delivered.fates;
    expect(delivered.wrong).toEqual([]);
    expect(sent + refused + unknown).toBe(MESSAGES);
    if (place.wire === undefined) expect([refused, unknown, delivered.marked]).toEqual([0, 0, 0]);
    else {
      expect(refused).toBeGreaterThan(0);
      expect(delivered.marked).toBeGreaterThan(0);
      expect(place.wire.seen.messages).toBeLessThanOrEqual(2 * MESSAGES);
    }
  });

  it('whatsapp-web, where no broadcast leaves: each once, in order, none lost, doubts marked', async () => {
    const chance = seededChance(3);
    const place = await linkedPlace({
      ...{ people: 20, chance },
      faults: { ...FAULTS, busy: 0.03, silent: 0.01, resetsBefore: 0.01, resetsAfter: 0 },
    });
    const delivered = await deliverAll(hurried(place), {
      ...{ messages: MESSAGES, people: 20, chance },
      laneOf: () => 'reply',
    });
    await place.close();
    const { sent, refused, unknown } = delivered.fates;
    expect([delivered.wrong, sent + refused + unknown]).toEqual([[], MESSAGES]);
    expect(refused).toBeGreaterThan(0);
    expect(delivered.marked).toBeGreaterThan(0);
  });

  it('T30: a platform that asks for a pause is not asked inside it, and everybody arrives', async () => {
    const chance = seededChance(5);
    const place = await telegramPlace({ people: 30, chance, faults: { busy: 0.02 } });
    const delivered = await deliverAll(hurried(place), {
      messages: 90,
      people: 30,
      chance,
      laneOf: () => 'reply',
    });
    await place.close();
    expect(delivered).toMatchObject({ wrong: [], insidePauses: 0, marked: 0, fates: { sent: 90 } });
    expect(place.wire?.seen.answered.get('busy')).toBeGreaterThan(0);
  });
});
