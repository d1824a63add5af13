import { describe, expect, it } from '@jest/globals';
import { localOf, momentOf } from '../when.ts';
import { awakeFrom, eveOf, reminderAt } from './reminder-at.ts';

const ZONE = 'Africa/Bamako';
const at = (text: string, zone = ZONE): number => {
  const [day = '', time = ''] = text.split(' ');
  return momentOf({ day, time }, zone)!;
};
const words = (ms: number | null, zone = ZONE): string | null => {
  if (ms === null) return null;
  const { day, time } = localOf(ms, zone);
  return `${day} ${time}`;
};

describe('V7: when a reminder comes', () => {
  it.each([
    ['long before', '2026-11-21 16:00', '2026-11-10 10:00', '2026-11-20 18:00'],
    ['a minute before the eve', '2026-11-21 16:00', '2026-11-20 17:59', '2026-11-20 18:00'],
    ['at the eve itself', '2026-11-21 16:00', '2026-11-20 18:00', '2026-11-21 14:00'],
    ['on the day', '2026-11-21 16:00', '2026-11-21 09:00', '2026-11-21 14:00'],
    ['two hours before, or later', '2026-11-21 16:00', '2026-11-21 14:00', null],
    [
      'for an early event, when the quiet hours end',
      '2026-11-21 08:00',
      '2026-11-20 20:00',
      '2026-11-21 07:00',
    ],
    ['for one within the quiet hours', '2026-11-21 06:30', '2026-11-20 20:00', null],
    ['for one at the end of the quiet hours', '2026-11-21 07:00', '2026-11-20 20:00', null],
    ['once it is over', '2026-11-21 16:00', '2026-11-22 09:00', null],
    ['over the end of a month', '2026-12-01 10:00', '2026-11-01 10:00', '2026-11-30 18:00'],
  ])('%s', (_, starts, now, wanted) => {
    expect(words(reminderAt(at(starts), at(now), ZONE))).toBe(wanted);
  });

  it('is 18:00 on the campaign’s clock, over a change to summer time too', () => {
    const zone = 'Europe/Paris';
    expect(words(eveOf(at('2026-03-29 10:00', zone), zone), zone)).toBe('2026-03-28 18:00');
    expect(words(eveOf(at('2026-03-30 10:00', zone), zone), zone)).toBe('2026-03-29 18:00');
  });
});

describe('V7: quiet hours', () => {
  it.each([
    ['2026-11-21 20:59', '2026-11-21 20:59'],
    ['2026-11-21 21:00', '2026-11-22 07:00'],
    ['2026-11-21 23:59', '2026-11-22 07:00'],
    ['2026-11-22 00:00', '2026-11-22 07:00'],
    ['2026-11-22 06:59', '2026-11-22 07:00'],
    ['2026-11-22 07:00', '2026-11-22 07:00'],
  ])('%s waits until %s', (now, wanted) => {
    expect(words(awakeFrom(at(now), ZONE))).toBe(wanted);
  });
});

describe('days and hours that are none', () => {
  it.each([
    ['2026-02-31', '10:00'],
    ['2027-02-29', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-11-21', '25:00'],
    ['2026-11-21', '10:60'],
    ['21/11/2026', '10:00'],
    ['2026-11-21', '10h'],
    ['', ''],
  ])('%s %s', (day, time) => {
    expect(momentOf({ day, time }, ZONE)).toBeNull();
  });

  it('every minute of two odd days is found again on its own clock', () => {
    for (const zone of ['Africa/Bamako', 'Europe/Paris', 'America/St_Johns'])
      for (let ms = Date.UTC(2026, 9, 24); ms < Date.UTC(2026, 9, 26); ms += 1_740_000) {
        const local = localOf(ms, zone);
        expect(localOf(momentOf(local, zone)!, zone)).toEqual(local);
      }
  });
});
