import { dayOf } from '../../../domain/clock.ts';

/** Sunday is 0, as calendars of computers have it. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_MS = 86_400_000;
/** After the morning's work has begun and before the market; Bamako's hours are UTC's. */
const HOUR_MS = 9 * 3_600_000;
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** When the week in which something was published ends: the next such weekday at nine. Milliseconds since 1970. */
export function digestAfter(publishedAt: number, weekday: Weekday): number {
  const day = Math.floor((publishedAt - HOUR_MS) / DAY_MS) + 1;
  const ahead =
    (WEEKDAYS.indexOf(weekday) - ((day + FIRST_WEEKDAY) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
  return (day + ahead) * DAY_MS + HOUR_MS;
}

/** The week that ended on this day: from its first moment to the last, which is the next one's first. */
export function weekOf(day: string): { from: number; to: number } {
  const to = Date.parse(`${day}T00:00:00Z`) + HOUR_MS;
  return { from: to - DAYS_A_WEEK * DAY_MS, to };
}

/** The day a week is called by. */
export const weekName = (digestAt: number): string => dayOf(digestAt);
