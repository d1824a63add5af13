/** Time, handed in by `app` so that a test owns it. Milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Chance, handed in by `app`. */
export interface Chance {
  /** `bytes` random bytes as base64url, fit for ids and nonces. */
  token(bytes: number): string;
}

/** A calendar day `YYYY-MM-DD` in UTC, which is also Bamako's (UTC+0, no summer time). */
export function dayOf(ms: number): string {
  const midnight = ms - (((ms % DAY_MS) + DAY_MS) % DAY_MS);
  if (midnight !== last.midnight) last = { midnight, day: new Date(ms).toISOString().slice(0, 10) };
  return last.day;
}

/** The day `YYYY-MM-DD` so many days later, or earlier. */
export const daysAfter = (day: string, days: number): string =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);

const DAY_MS = 86_400_000;

/** It is asked several times a turn, nearly always of the same day. */
let last = { midnight: NaN, day: '' };
