import { type Clock, dayOf, daysAfter } from '../../../domain/clock.ts';
import { eachLang } from '../../../web/kit/index.ts';
import {
  FIRST_ORG,
  flashesIn,
  type Role,
  ROLES,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { expectedOf, MOST_OFF } from '../days/coming.ts';
import type { DaysStore } from '../days-store.ts';
import { CalendarPage } from './calendar-page.tsx';
import { CALENDAR } from './texts.ts';
import type { CalendarTexts } from './texts.fr.ts';

/** Who answers for what the campaign sends. */
const CONFIRM: readonly Role[] = ['admin', 'editor', 'organiser'];
const PAGE = '/staff/calendar';

export interface CalendarPagesDeps {
  days: DaysStore;
  clock: Clock;
  placeName: (slug: string) => string | undefined;
}

/** The calendar of days: everybody reads it, who sends confirms in it, under their name (B3). */
export function calendarRoutes({ days, clock, placeName }: CalendarPagesDeps): StaffRoute[] {
  const answer = async (
    ctx: StaffContext,
    status: number,
    why?: keyof CalendarTexts['errors'],
  ): Promise<StaffAnswer> => {
    const texts = CALENDAR[ctx.frame.lang];
    const page = {
      ...{ ctx, texts, today: dayOf(clock.now()), confirmed: await days.confirmed(), placeName },
      confirms: ctx.person.org === FIRST_ORG && CONFIRM.includes(ctx.person.role),
      ...(why === undefined ? {} : { refused: texts.errors[why] }),
    };
    return { kind: 'page', status, page: <CalendarPage page={page} /> };
  };
  return [
    {
      ...{ method: 'get', path: '/calendar', roles: ROLES },
      nav: {
        ...{ order: 47, under: 'house' },
        label: eachLang(CALENDAR, ({ menu }) => menu),
        about: eachLang(CALENDAR, ({ about }) => about),
      },
      flashes: flashesIn('success', CALENDAR, ({ flashes }) => flashes),
      render: (ctx) => answer(ctx, 200),
    },
    {
      ...{ method: 'post', path: '/calendar/:feast/confirm', roles: CONFIRM, house: true },
      async act(ctx) {
        const id = ctx.params['feast'] ?? '';
        const feast = expectedOf(id, dayOf(clock.now()));
        if (feast === undefined) return answer(ctx, 404, 'unknown_feast');
        const day = ctx.form[`day-${id}`] ?? '';
        if (!isNear(day, feast.expected)) return answer(ctx, 400, 'bad_day');
        await ctx.audit('calendar.confirmed', `calendar/${id}`, { day });
        if (!(await days.confirm({ id, day }))) return answer(ctx, 409, 'other_day');
        return { kind: 'see_other', to: PAGE, flash: 'confirmed' };
      },
    },
    {
      ...{ method: 'post', path: '/calendar/:feast/take-back', roles: CONFIRM, house: true },
      async act(ctx) {
        const held = { id: ctx.params['feast'] ?? '', day: ctx.form['day'] ?? '' };
        const known = (await days.confirmed()).some(({ id, day }) => id === held.id && day === held.day);
        if (!known) return answer(ctx, 409, 'not_confirmed');
        await ctx.audit('calendar.taken_back', `calendar/${held.id}`, { day: held.day });
        if (!(await days.takeBack(held))) return answer(ctx, 409, 'not_confirmed');
        return { kind: 'see_other', to: PAGE, flash: 'taken_back' };
      },
    },
  ];
}

/** Looked for among the few days that may be, so that nothing else needs to be read. */
const isNear = (day: string, expected: string): boolean =>
  Array.from({ length: 2 * MOST_OFF + 1 }, (_, step) => daysAfter(expected, step - MOST_OFF)).includes(day);
