import { dayOf, daysAfter } from '../../domain/clock.ts';
import { afterQuietHours } from '../../domain/quiet-hours.ts';
import { type Confirmed, dayIn } from './days/coming.ts';
import { FIXED_DAYS, HOURS, MOON_DAYS } from './days/read-days.ts';
import type { MayBroadcastAt } from './ports.ts';

const MINUTE_MS = 60_000;
const FRIDAY = 5;
/** A month of the Islamic calendar never has more. */
const MONTH_DAYS = 30;
/** Feast, night, prayer, feast: no row of them is nearly as long; it only keeps a wrong table from turning for ever. */
const MOST_STEPS = 100;

/**
 * The rule of the calendar: nobody is written to unasked at night, during the Friday prayer, on a feast, or when the fast
 * is broken (B3). Feasts that wait for the moon count once they are confirmed. All hours are Bamako's, which are UTC's.
 */
export function mayBroadcastOver(confirmed: readonly Confirmed[]): MayBroadcastAt {
  const feasts = new Set(confirmed.filter(({ id }) => kindOf(id) === 'feast').map(({ day }) => day));
  const fasts = confirmed.filter(({ id }) => kindOf(id) === 'fast').map(({ day }) => fastFrom(day, feasts));
  return (now, _where, urgent) => {
    if (urgent) return now;
    let at = now;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const next = afterHours(afterFeast(afterQuietHours(at), feasts), fasts);
      if (next === at) return at;
      at = next;
    }
    return at;
  };
}

interface Fast {
  from: string;
  /** The first day that is none of it. */
  until: string;
}

/** The fast ends with the feast that was confirmed, at the latest after thirty days. */
function fastFrom(from: string, feasts: ReadonlySet<string>): Fast {
  const latest = daysAfter(from, MONTH_DAYS);
  const feast = [...feasts].filter((day) => day > from && day <= latest).sort()[0];
  return { from, until: feast ?? latest };
}

function afterFeast(at: number, feasts: ReadonlySet<string>): number {
  const day = dayOf(at);
  return feasts.has(day) || isFixedFeast(day) ? startOf(daysAfter(day, 1)) : at;
}

const isFixedFeast = (day: string): boolean =>
  FIXED_DAYS.some((fixed) => fixed.holds && dayIn(Number(day.slice(0, 4)), fixed) === day);

function afterHours(at: number, fasts: readonly Fast[]): number {
  const day = dayOf(at);
  const midnight = startOf(day);
  const held = HOURS.find(
    ({ when, from, to }) =>
      at >= midnight + from * MINUTE_MS &&
      at < midnight + to * MINUTE_MS &&
      (when === 'friday'
        ? new Date(at).getUTCDay() === FRIDAY
        : fasts.some((fast) => day >= fast.from && day < fast.until)),
  );
  return held === undefined ? at : midnight + held.to * MINUTE_MS;
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const kindOf = (id: string): 'feast' | 'fast' | undefined =>
  MOON_DAYS.find(({ key }) => id.startsWith(`${key}-`) && /^\d+$/.test(id.slice(key.length + 1)))?.kind;
