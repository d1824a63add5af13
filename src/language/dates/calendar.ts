import { dayOf } from '../../domain/clock.ts';

/** A day of the calendar as `YYYY-MM-DD`; `undefined` for what no calendar has (31/02, month 13). */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDay(iso) ? iso : undefined;
}

/** Whether a calendar has this `YYYY-MM-DD`: 30 February would quietly be a day in March. */
export function isDay(iso: string): boolean {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && dayOf(ms) === iso;
}

/** 0 is Sunday. */
export const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

const two = (n: number): string => String(n).padStart(2, '0');
