import { daysAfter } from '../../../domain/clock.ts';
import { localOf, momentOf } from '../when.ts';

const HOUR_MS = 3_600_000;
/** Nobody's phone lights up between these (V7). */
const QUIET_FROM = '21:00';
const QUIET_TO = '07:00';
/** The evening before, when people are home and plan the next day. */
const EVE = '18:00';
const SHORT_NOTICE_MS = 2 * HOUR_MS;

/** The first moment from `at` on that is not in the quiet hours. */
export function awakeFrom(at: number, zone: string): number {
  const { day, time } = localOf(at, zone);
  if (time >= QUIET_TO && time < QUIET_FROM) return at;
  return momentOf({ day: time < QUIET_TO ? day : daysAfter(day, 1), time: QUIET_TO }, zone) ?? at;
}

/** 18:00 of the day before, on the campaign's clock. */
export function eveOf(starts: number, zone: string): number {
  return (
    momentOf({ day: daysAfter(localOf(starts, zone).day, -1), time: EVE }, zone) ?? starts - 24 * HOUR_MS
  );
}

/**
 * When somebody who has a place at `now` is reminded: the evening before; if that is over, two hours before, or when the
 * quiet hours end; `null` when neither lies ahead.
 */
export function reminderAt(starts: number, now: number, zone: string): number | null {
  const eve = eveOf(starts, zone);
  if (eve > now) return eve;
  const near = awakeFrom(starts - SHORT_NOTICE_MS, zone);
  return near > now && near < starts ? near : null;
}
