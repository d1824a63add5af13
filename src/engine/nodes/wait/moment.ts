import type { Value } from '../../types.ts';

const DAY_MS = 86_400_000;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

export const isClock = (words: string): boolean => CLOCK.test(words);
export const isDay = (words: string): boolean => DAY.test(words);

/** The next time the clock shows it, in Bamako, whose time is UTC; now counts as past. */
export function nextAt(clock: string, now: number): number {
  const today = Math.floor(now / DAY_MS) * DAY_MS + sinceMidnight(clock);
  return today > now ? today : today + DAY_MS;
}

/** The moment a value names, `2026-12-31` (at `clock`) or `2026-12-31T16:30`; `undefined` for anything else. */
export function momentOf(value: Value, clock: string): number | undefined {
  const [day = '', time = clock, ...rest] = String(value).split('T');
  if (!isDay(day) || !isClock(time) || rest.length > 0) return undefined;
  const moment = Date.parse(`${day}T${time}:00Z`);
  // 31 February is read as a day of March.
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? undefined : moment;
}

function sinceMidnight(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
