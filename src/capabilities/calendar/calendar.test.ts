import { beforeEach, describe, expect, it } from '@jest/globals';
import { CERCLE_LIST } from '../../language/index.ts';
import { renderPage } from '../../web/kit/index.ts';
import { FIRST_ORG, type Role, type StaffAnswer, type StaffContext } from '../../web/staff/index.ts';
import { comingDays, type Confirmed, expectedOf } from './days/coming.ts';
import { easterOf } from './days/easter.ts';
import { hijriOf } from './days/hijri.ts';
import { FIXED_DAYS, HOURS, MARKETS, MOON_DAYS } from './days/read-days.ts';
import { mayBroadcastOver } from './may-broadcast.ts';
import { calendarRoutes } from './pages/routes.tsx';

const at = (moment: string): number => Date.parse(`${moment}:00Z`);
const MALI = { region: 'segou' };

describe('B3: the tables of days', () => {
  it('say where each row comes from, and name cercles that are there', () => {
    for (const { source } of [...FIXED_DAYS, ...MOON_DAYS, ...HOURS, ...MARKETS])
      expect(source.length).toBeGreaterThan(10);
    const cercles = CERCLE_LIST.map(({ slug }) => slug);
    for (const { cercle } of MARKETS) expect(cercles).toContain(cercle);
  });

  it('know Easter, and the Islamic calendar as it is computed', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterOf)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
    expect(hijriOf('2025-03-30')).toEqual({ year: 1446, month: 10, day: 1 });
    expect(hijriOf('2025-06-06')).toEqual({ year: 1446, month: 12, day: 10 });
  });

  it('show a feast where it is expected until it is confirmed, and then where it was', () => {
    const days = (confirmed: Confirmed[]) =>
      comingDays('2025-03-25', '2025-04-25', confirmed).map(({ day, ...each }) => [
        day,
        each.what === 'fixed' ? each.fixed.key : `${each.id} ${String(each.confirmed)}`,
      ]);
    const fixed = [
      ['2025-03-26', '26-mars'],
      ['2025-04-21', 'lundi-de-paques'],
    ];
    expect(days([])).toEqual([fixed[0], ['2025-03-30', 'korite-1446 false'], fixed[1]]);
    expect(days([{ id: 'korite-1446', day: '2025-03-31' }])[1]).toEqual(['2025-03-31', 'korite-1446 true']);
    expect(expectedOf('korite-1446', '2025-03-01')?.expected).toBe('2025-03-30');
    for (const id of ['korite-1300', 'korite', '__proto__', 'noel-2025', ''])
      expect(expectedOf(id, '2025-03-01')).toBeUndefined();
  });
});

describe('B3: when a broadcast may go', () => {
  const confirmed: Confirmed[] = [
    { id: 'ramadan-1446', day: '2025-03-01' },
    { id: 'korite-1446', day: '2025-03-31' },
  ];
  it.each([
    ['by day, at once', '2026-11-24T10:00', '2026-11-24T10:00'],
    ['at 20:59, at once', '2026-11-24T20:59', '2026-11-24T20:59'],
    ['from 21:00, at seven', '2026-11-24T21:00', '2026-11-25T07:00'],
    ['before dawn, at seven', '2026-11-25T06:59', '2026-11-25T07:00'],
    ['during the Friday prayer, after it', '2026-11-27T12:00', '2026-11-27T14:30'],
    ['on a Friday after it, at once', '2026-11-27T14:30', '2026-11-27T14:30'],
    ['on Christmas, which is a Friday, the morning after', '2026-12-25T08:00', '2026-12-26T07:00'],
    ['on Christmas’s eve at night, two mornings later', '2026-12-24T22:00', '2026-12-26T07:00'],
    ['on Easter Monday, the morning after', '2027-03-29T09:00', '2027-03-30T07:00'],
    ['on Independence Day, at once', '2026-09-22T10:00', '2026-09-22T10:00'],
    ['on the day of a feast that was confirmed, the morning after', '2025-03-31T09:00', '2025-04-01T07:00'],
    ['on the computed day that was not it, at once', '2025-03-30T09:00', '2025-03-30T09:00'],
    ['on the first evening of Ramadan, once the fast is broken', '2025-03-01T17:15', '2025-03-01T20:30'],
    ['on its last evening too', '2025-03-30T18:00', '2025-03-30T20:30'],
    ['at that hour after the feast, at once', '2025-04-02T18:00', '2025-04-02T18:00'],
  ])('%s', (_, now, then) => {
    expect(mayBroadcastOver(confirmed)(at(now), MALI, false)).toBe(at(then));
    expect(mayBroadcastOver(confirmed)(at(now), {}, true)).toBe(at(now));
  });

  it('a fast without a confirmed end lasts thirty days, and nothing unconfirmed holds', () => {
    const open = mayBroadcastOver([{ id: 'ramadan-1446', day: '2025-03-01' }]);
    expect(open(at('2025-03-30T18:00'), MALI, false)).toBe(at('2025-03-30T20:30'));
    expect(open(at('2025-03-31T18:00'), MALI, false)).toBe(at('2025-03-31T18:00'));
    for (const none of [[], [{ id: '__proto__-1', day: '2025-03-31' }]])
      expect(mayBroadcastOver(none)(at('2025-03-31T18:00'), MALI, false)).toBe(at('2025-03-31T18:00'));
  });

  it('never goes back, and what it says may go does', () => {
    const rule = mayBroadcastOver(confirmed);
    for (let now = at('2025-02-25T00:00'); now < at('2025-04-25T00:00'); now += 37 * 60_000) {
      const then = rule(now, MALI, false);
      expect(then).toBeGreaterThanOrEqual(now);
      expect(rule(then, MALI, false)).toBe(then);
    }
  });
});

describe('B3: the page of days', () => {
  let confirmed: Confirmed[];
  let audited: string[];
  let today: string;
  beforeEach(() => {
    [confirmed, audited, today] = [[], [], '2027-02-01'];
  });
  const routes = calendarRoutes({
    clock: { now: () => at(`${today}T10:00`) },
    placeName: (slug) => (slug === 'mopti/djenne' ? 'Djenné' : undefined),
    days: {
      confirmed: async () => confirmed,
      async confirm(day) {
        if (confirmed.some(({ id, day: held }) => id === day.id && held !== day.day)) return false;
        confirmed = [...confirmed.filter(({ id }) => id !== day.id), day];
        return true;
      },
      async takeBack(day) {
        const before = confirmed.length;
        confirmed = confirmed.filter(({ id }) => id !== day.id);
        return confirmed.length < before;
      },
    },
  });
  const ctxFor = (role: Role, lang: 'fr' | 'en-GB', form: Record<string, string>, feast: string) => ({
    person: { id: 'a', name: 'Awa', role, org: FIRST_ORG },
    ...{ form, params: { feast }, query: new URLSearchParams() },
    frame: { lang, nav: [], flash: undefined, person: { name: 'Awa', role: 'x' }, path: '/staff/calendar' },
    audit: async (action: string, subject: string) => void audited.push(`${action} ${subject}`),
  });
  const ask = async (
    path: string,
    more: { role?: Role; lang?: 'fr' | 'en-GB'; form?: Record<string, string>; feast?: string } = {},
  ) => {
    const route = routes.find((each) => each.path === path);
    const ctx = ctxFor(more.role ?? 'editor', more.lang ?? 'fr', more.form ?? {}, more.feast ?? '');
    const asked = ctx as unknown as StaffContext;
    const answer = (await (route?.method === 'get' ? route.render(asked) : route?.act(asked))) as StaffAnswer;
    return { ...answer, html: answer.kind === 'page' ? renderPage(answer.page) : '' };
  };
  const confirm = (feast: string, day: string) =>
    ask('/calendar/:feast/confirm', { feast, form: { [`day-${feast}`]: day } });
  const takeBack = (feast: string, day: string) =>
    ask('/calendar/:feast/take-back', { feast, form: { day } });

  it('shows what waits and what holds, in both languages, and no button to who may not', async () => {
    const { html } = await ask('/calendar');
    for (const words of [
      'Confirmer : Début du Ramadan',
      'Attendu le lundi 8 février 2027',
      '21:00 à 07:00',
      'Djenné',
    ])
      expect(html).toContain(words);
    expect(html).toContain('Aucune fête confirmée');
    expect((await ask('/calendar', { lang: 'en-GB' })).html).toContain('Confirm: Beginning of Ramadan');
    expect((await ask('/calendar', { role: 'viewer' })).html).not.toContain('/confirm');
    today = '2026-11-01';
    const { html: quiet } = await ask('/calendar');
    expect(quiet).toContain('Aucune fête n’attend de confirmation');
    expect(quiet).toContain('Prochaine fête attendue par calcul : Début du Ramadan');
  });

  it('confirms a day near the expected one, by name, and takes it back', async () => {
    expect(await confirm('ramadan-1448', '2027-02-09')).toMatchObject({
      kind: 'see_other',
      flash: 'confirmed',
    });
    expect(confirmed).toEqual([{ id: 'ramadan-1448', day: '2027-02-09' }]);
    expect((await ask('/calendar')).html).toContain('Annuler la confirmation : Début du Ramadan');
    expect(await takeBack('ramadan-1448', '2027-02-09')).toMatchObject({
      kind: 'see_other',
      flash: 'taken_back',
    });
    expect(confirmed).toEqual([]);
    expect(audited).toEqual([
      'calendar.confirmed calendar/ramadan-1448',
      'calendar.taken_back calendar/ramadan-1448',
    ]);
  });

  it('refuses with 404 what is no feast, with 400 a day far off, with 409 what changed meanwhile; nothing is recorded before', async () => {
    for (const feast of ['noel-2027', '__proto__', '', 'korite-1500'])
      expect(await confirm(feast, '2027-02-08')).toMatchObject({ status: 404 });
    for (const day of ['', '2027-02-12', '2027-02-30', '31/02/2027', '{"$gt":""}'])
      expect(await confirm('ramadan-1448', day)).toMatchObject({ status: 400 });
    expect(await takeBack('ramadan-1448', '2027-02-08')).toMatchObject({ status: 409 });
    expect(audited).toEqual([]);
    await confirm('ramadan-1448', '2027-02-08');
    expect(await confirm('ramadan-1448', '2027-02-09')).toMatchObject({ status: 409 });
    expect((await takeBack('ramadan-1448', '2027-02-09')).html).toContain('déjà été annulée');
    expect(confirmed).toEqual([{ id: 'ramadan-1448', day: '2027-02-08' }]);
  });
});
