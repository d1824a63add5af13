import { describe, expect, it } from '@jest/globals';
import { dayOf } from '../../../domain/clock.ts';
import { staleSince } from '../model/stale.ts';
import { THEMES } from '../model/themes.ts';
import {
  concerns,
  EVERYTHING,
  readWish,
  RHYTHMS,
  sayWish,
  whomOf,
  withTheme,
} from '../subscriptions/wish.ts';
import { digestId, promiseDigest, readDigest } from './digest-due.ts';
import { digestAfter, WEEKDAYS, weekName, weekOf } from './digest-when.ts';
import { mayGoAt } from './night.ts';
import { WEEK_RECEIVED, weekReceivedEffect } from './week-received.ts';

const at = (moment: string): number => Date.parse(`2026-11-${moment}Z`);
const said = (ms: number): string => new Date(ms).toISOString().slice(8, 19);

describe('U10: whom an item goes to', () => {
  const item = { theme: 'charte', place: 'gao/ansongo' } as const;

  it('its theme and the region of its cercle; urgent to every rhythm', () => {
    expect(whomOf(item)).toEqual({ rhythms: ['all'], theme: 'charte', region: 'gao' });
    expect(whomOf({ ...item, urgent: true }).rhythms).toEqual(RHYTHMS);
    expect(whomOf({ theme: 'charte', place: 'mali' })).toEqual({ rhythms: ['all'], theme: 'charte' });
  });

  it.each([
    [{}, true],
    [{ themes: ['charte'] }, true],
    [{ themes: ['dialogue'] }, false],
    [{ region: 'gao' }, true],
    [{ region: 'kayes' }, false],
    [{ region: 'mali' }, false],
    [{ themes: ['dialogue', 'charte'], region: 'gao' }, true],
  ] as const)('%j wants it: %s', (wish, wanted) => {
    expect(concerns({ ...EVERYTHING, ...wish }, item)).toBe(wanted);
  });

  it('what is national concerns every region, and those who want nothing else', () => {
    for (const region of ['kayes', 'mali', null])
      expect(concerns({ ...EVERYTHING, region }, { theme: 'charte', place: 'mali' })).toBe(true);
  });

  it('a theme more, a theme less, and all of them are none in particular', () => {
    expect(withTheme([], 'dialogue')).toEqual(['dialogue']);
    expect(withTheme(['dialogue'], 'accord')).toEqual(['accord', 'dialogue']);
    expect(withTheme(['dialogue'], 'dialogue')).toEqual([]);
    expect(withTheme(THEMES.slice(1), THEMES[0])).toEqual([]);
  });

  it('is read back as it was said, and nothing is made of what no flow says', () => {
    for (const rhythm of RHYTHMS)
      for (const wish of [
        { rhythm, themes: [], region: null },
        { rhythm, themes: ['accord', 'charte'] as const, region: 'gao' },
      ])
        expect(readWish(sayWish(wish))).toEqual(wish);
    const whole = { rythme: 'all', themes: '', region: '' };
    expect(readWish({ ...whole, region: 'gao/ansongo', themes: 'charte pluie' })).toEqual({
      ...{ rhythm: 'all', themes: ['charte'], region: 'gao' },
    });
    for (const wrong of [
      { rythme: 'daily' },
      { region: '$ne' },
      { region: 'GAO' },
      { themes: null },
      { rythme: null },
    ])
      expect(readWish({ ...whole, ...wrong })).toBeUndefined();
  });
});

describe('U10: at night', () => {
  it.each([
    ['20T20:59:59', 'nothing', false, '20T20:59:59'],
    ['20T21:00:00', 'nothing', false, '21T07:00:00'],
    ['20T21:00:00', 'nothing', true, '21T07:00:00'],
    ['21T06:59:59', 'urgent', false, '21T07:00:00'],
    ['21T06:59:59', 'urgent', true, '21T06:59:59'],
    ['21T03:00:00', 'all', false, '21T03:00:00'],
    ['21T07:00:00', 'nothing', false, '21T07:00:00'],
  ] as const)('at %s, with "%s" and urgent %s: %s', (now, atNight, urgent, goes) => {
    expect(said(mayGoAt(at(now), atNight, urgent))).toBe(goes);
  });
});

describe('U10: the week of the titles', () => {
  it.each([
    ['16T12:00:00', 'saturday', '21T09:00:00'],
    ['21T08:59:59', 'saturday', '21T09:00:00'],
    ['21T09:00:00', 'saturday', '28T09:00:00'],
    ['21T10:00:00', 'sunday', '22T09:00:00'],
    ['22T09:00:00', 'monday', '23T09:00:00'],
    ['22T00:00:00', 'friday', '27T09:00:00'],
  ] as const)('what is published at %s goes out on %s at %s', (published, weekday, goes) => {
    expect(said(digestAfter(at(published), weekday))).toBe(goes);
  });

  it('is the one in which it was published, whatever the moment and the day', () => {
    for (const weekday of WEEKDAYS)
      for (let hour = 0; hour < 15 * 24; hour += 1) {
        const published = at('10T00:00:00') + hour * 3_600_000;
        const goes = digestAfter(published, weekday);
        const { from, to } = weekOf(weekName(goes));
        expect(WEEKDAYS[new Date(goes).getUTCDay()]).toBe(weekday);
        expect([to, from <= published && published < to]).toEqual([goes, true]);
      }
  });

  it('is promised before something is published; at its very end the next one too', async () => {
    const promised = async (now: number): Promise<string[]> => {
      const days: string[] = [];
      await promiseDigest({ set: async ({ id }) => void days.push(id) }, now, 'saturday');
      return days;
    };
    expect(await promised(at('18T12:00:00'))).toEqual(['2026-11-21']);
    expect(await promised(at('21T08:59:30'))).toEqual(['2026-11-21', '2026-11-28']);
  });

  it('has a name of its own among the prompts', () => {
    expect(readDigest(digestId('2026-11-21'))).toEqual({ update: 'digest', version: 20_261_121 });
    for (const other of ['update:ML-2026-0001:1', 'digest:', 'digest:2026-11-21x', ''])
      expect(readDigest(other)).toBeUndefined();
  });

  it('U4: whoever was told its titles has received them', async () => {
    const noted: unknown[] = [];
    const effect = weekReceivedEffect({ note: async (all) => void noted.push(...all) });
    const asked = (recues: string) =>
      effect.from({ kind: 'asked_for', effect: WEEK_RECEIVED, params: { recues } });
    const [params] = asked('ML-2026-0002:1 ML-2026-0001:3');
    const talk = { person: 'p', conversation: 'c', lang: 'fr', day: '2026-11-21' };
    await effect.apply([
      { id: Buffer.from('x'), rev: 1, params: params!, context: { ...talk, channel: 'web', address: 'a' } },
    ]);
    expect(noted).toEqual([
      { ...talk, number: { year: 2026, n: 2 }, version: 1 },
      { ...talk, number: { year: 2026, n: 1 }, version: 3 },
    ]);
    expect([asked(''), asked('ML-2026-0001'), asked('x:1 y:2 ML-2026-0001:0')]).toEqual([[], [], []]);
  });
});

it('U9: an item is stale from the first moment after its day of review, in Bamako', () => {
  const item = { reviewBy: '2026-11-21' };
  expect(staleSince(item, dayOf(at('21T23:59:59')))).toBeUndefined();
  expect(staleSince(item, dayOf(at('22T00:00:00')))).toBe('2026-11-21');
  expect(staleSince({ reviewBy: '' }, '2026-11-22')).toBeUndefined();
});
