import type { StaffContext } from '../../../web/staff/index.ts';
import type { Event } from '../events/event.ts';
import { localOf } from '../when.ts';
import type { VolunteerTexts } from './texts.fr.ts';

/** What every page is made with. */
export interface Page {
  ctx: StaffContext;
  texts: VolunteerTexts;
  zone: string;
  now: number;
  /** A region's or cercle's name. */
  placeName: (slug: string) => string | undefined;
}

export const eventPath = ({ id }: Pick<Event, 'id'>, more = ''): string => `/staff/events/${id}${more}`;

export const countOf = ({ ctx }: Page, n: number): string => new Intl.NumberFormat(ctx.frame.lang).format(n);

/** `samedi 21 novembre 2026, 16:00` */
export function whenOf(page: Page, ms: number): string {
  return `${longDay(page, ms)}, ${localOf(ms, page.zone).time}`;
}

export const longDay = ({ ctx, zone }: Page, ms: number): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'full', timeZone: zone }).format(ms);

/** A day on paper, `YYYY-MM-DD`. */
export const paperDay = ({ ctx }: Page, day: string): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
