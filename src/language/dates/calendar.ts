const DAY_MS = 86_400_000;

/** A day of the calendar as `YYYY-MM-DD`; `undefined` for what no calendar has (31/02, month 13). */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDay(iso) ? iso : undefined;
}

/** 30 February would quietly be a day in March. */
function isDay(iso: string): boolean {
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === iso;
}

/** So many days later, or earlier. */
export const daysAfter = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

const two = (n: number): string => String(n).padStart(2, '0');
