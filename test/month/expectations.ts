import { whenOf } from '../../src/capabilities/volunteers/events/words.ts';
import { ZONE } from '../volunteers/volunteers-world.ts';
import type { KnownEvent, Place } from './ledger.ts';

/** Something the house said by itself, of an activity at a time. */
export interface Told {
  kind: 'reminder' | 'changed' | 'place';
  user: string;
  event: string;
  starts: number;
  at: number;
}

export interface Lived {
  events: readonly KnownEvent[];
  places: readonly Place[];
  told: readonly Told[];
  /** When what was due was done. */
  looks: readonly number[];
}

const HOUR_MS = 3_600_000;

/**
 * What must have been said: for each time an activity had, one reminder to whoever had a place — the evening before at 18:00,
 * or where that was over when they knew of it, two hours before; at the first moment from then on at which the house was
 * there and it was not night. Bamako has neither summer time nor an offset, so hours are counted in plain UTC.
 */
export function expectations({ events, places, told, looks }: Lived): { faults: string[]; owed: number } {
  const faults: string[] = [];
  let owed = 0;
  for (const place of places) {
    const event = events.find(({ id }) => id === place.event)!;
    const own = told.filter(({ user, event: id }) => user === place.user && id === place.event);
    for (const [index, { starts, from }] of event.times.entries()) {
      const reminders = own.filter((one) => one.kind === 'reminder' && one.starts === starts).length;
      const name = `${place.user} of ${place.event} at ${whenOf(starts, ZONE)}`;
      if (reminders > 1) faults.push(`${name}: ${reminders} reminders`);
      const notice = own.find((one) => one.kind === 'changed' && one.starts === starts)?.at;
      const knows = index === 0 || (place.since !== null && place.since >= from) ? place.since : notice;
      if (place.since === null || knows === undefined || knows === null) continue;
      const over = Math.min(
        ...[event.times[index + 1]?.from, event.cancelledAt, place.until].map((at) => at ?? Infinity),
      );
      const at = reminderTime(starts, Math.max(knows, place.since));
      const look = at === null ? undefined : looks.find((one) => one >= at && !isNight(one));
      if (look === undefined || look > over || look >= starts) continue;
      owed += 1;
      if (reminders === 0) faults.push(`${name}: none, though one was owed at ${whenOf(look, ZONE)}`);
    }
  }
  return { faults, owed };
}

function reminderTime(starts: number, knows: number): number | null {
  const midnight = starts - (starts % (24 * HOUR_MS));
  const eve = midnight - 6 * HOUR_MS;
  if (eve > knows) return eve;
  const near = starts - 2 * HOUR_MS;
  const awake = isNight(near) ? near - (near % (24 * HOUR_MS)) + 7 * HOUR_MS : near;
  return awake > knows && awake < starts ? awake : null;
}

function isNight(at: number): boolean {
  const hour = Math.floor((at % (24 * HOUR_MS)) / HOUR_MS);
  return hour < 7 || hour >= 21;
}
