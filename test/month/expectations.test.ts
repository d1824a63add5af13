import { describe, expect, it } from '@jest/globals';
import { expectations, type Lived, type Told } from './expectations.ts';

const HOUR_MS = 3_600_000;
const MIDNIGHT = Date.UTC(2037, 2, 10);
/** Tuesday at 16:00; the evening before is at 18:00 of Monday. */
const STARTS = MIDNIGHT + 16 * HOUR_MS;
const EVE = MIDNIGHT - 6 * HOUR_MS;
const everyHour = Array.from({ length: 96 }, (_, hour) => MIDNIGHT - 72 * HOUR_MS + hour * HOUR_MS);

const event = { id: 'e', starts: STARTS, times: [{ starts: STARTS, from: 0 }], cancelledAt: null };
const place = { user: 'p', event: 'e', since: EVE - 20 * HOUR_MS, until: null };
const reminder: Told = { kind: 'reminder', user: 'p', event: 'e', starts: STARTS, at: EVE };
const lived = (of: Partial<Lived> = {}): Lived => ({
  ...{ events: [event], places: [place], told: [reminder], looks: everyHour },
  ...of,
});

describe('what the ledger of a month finds', () => {
  it.each<[string, Lived, number]>([
    ['one reminder: nothing', lived(), 0],
    ['none', lived({ told: [] }), 1],
    ['two', lived({ told: [reminder, reminder] }), 1],
    ['none, the place given back before', lived({ told: [], places: [{ ...place, until: EVE - 1 }] }), 0],
    ['none, cancelled before', lived({ told: [], events: [{ ...event, cancelledAt: EVE - 1 }] }), 0],
    ['none, cancelled after', lived({ told: [], events: [{ ...event, cancelledAt: EVE + 1 }] }), 1],
    [
      'none, who signed up an hour before',
      lived({ told: [], places: [{ ...place, since: STARTS - HOUR_MS }] }),
      0,
    ],
    ['none, who signed up after the evening', lived({ told: [], places: [{ ...place, since: EVE + 1 }] }), 1],
    ['none, who only waited', lived({ told: [], places: [{ ...place, since: null }] }), 0],
    [
      'none, the house was away from the evening on',
      lived({ told: [], looks: everyHour.filter((at) => at < EVE) }),
      0,
    ],
    ['none, the house came back in the morning', lived({ told: [], looks: [MIDNIGHT + 8 * HOUR_MS] }), 1],
    ['none, the house came back at night only', lived({ told: [], looks: [MIDNIGHT] }), 0],
  ])('%s', (_, month, faults) => {
    expect(expectations(month).faults).toHaveLength(faults);
  });

  it('a time that was moved is owed a reminder of its own, once its people were told', () => {
    const later = STARTS + 48 * HOUR_MS;
    const moved = {
      ...event,
      starts: later,
      times: [...event.times, { starts: later, from: EVE + HOUR_MS }],
    };
    const looks = [...everyHour, later - 20 * HOUR_MS];
    const told: Told = { ...reminder, kind: 'changed', starts: later, at: EVE + 2 * HOUR_MS };
    expect(expectations(lived({ events: [moved], looks, told: [reminder, told] })).faults).toHaveLength(1);
    const again = { ...reminder, starts: later, at: later - 20 * HOUR_MS };
    expect(expectations(lived({ events: [moved], looks, told: [reminder, told, again] })).faults).toEqual([]);
    expect(expectations(lived({ events: [moved], looks, told: [reminder] })).faults).toEqual([]);
  });
});
