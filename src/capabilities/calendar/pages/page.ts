import type { StaffContext } from '../../../web/staff/index.ts';
import { type Coming, type Confirmed, comingDays } from '../days/coming.ts';
import type { CalendarTexts } from './texts.fr.ts';

/** What the page is drawn from. */
export interface Page {
  ctx: StaffContext;
  texts: CalendarTexts;
  /** `YYYY-MM-DD` in Bamako. */
  today: string;
  confirmed: readonly Confirmed[];
  /** May this person confirm? */
  confirms: boolean;
  placeName: (slug: string) => string | undefined;
  /** Why a change was refused. */
  refused?: string;
}

export type Moon = Extract<Coming, { what: 'moon' }>;

/** Feasts within so many days; further ones are expected, and not confirmed yet. */
export const AHEAD_DAYS = 60;

export const moonsOf = (from: string, to: string, confirmed: readonly Confirmed[]): Moon[] =>
  comingDays(from, to, confirmed).filter((each) => each.what === 'moon');

/** In the reader's language. */
export const nameOf = ({ ctx }: Page, day: { fr: string; en: string }): string =>
  ctx.frame.lang === 'fr' ? day.fr : day.en;

/** `mercredi 10 mars 2027` */
export const dayWords = ({ ctx }: Page, day: string): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
