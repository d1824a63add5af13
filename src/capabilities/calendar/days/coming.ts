import { daysAfter } from '../../../domain/clock.ts';
import { easterOf } from './easter.ts';
import { hijriOf } from './hijri.ts';
import { FIXED_DAYS, type FixedDay, MOON_DAYS, type MoonDay } from './read-days.ts';

/** A feast that waits for the moon, as staff have confirmed it. */
export interface Confirmed {
  /** See {@link moonId}. */
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
}

/** One feast of one year of the Islamic calendar: `korite-1448`. */
export const moonId = (key: string, year: number): string => `${key}-${year}`;

export type Coming =
  | { what: 'fixed'; day: string; fixed: FixedDay }
  | { what: 'moon'; id: string; day: string; expected: string; confirmed: boolean; moon: MoonDay };

/** What falls on the days from `from` to `to`, both included, by day. Feasts stand where they were confirmed, else where they are expected. */
export function comingDays(from: string, to: string, confirmed: readonly Confirmed[]): Coming[] {
  const fixed = fixedDays(from, to);
  // A confirmed day may lie a little beside the expected one, on the other side of an end.
  const moons = expectedMoons(daysAfter(from, -MOST_OFF), daysAfter(to, MOST_OFF)).map((each): Coming => {
    const day = confirmed.find(({ id }) => id === each.id)?.day;
    return { ...each, what: 'moon', day: day ?? each.expected, confirmed: day !== undefined };
  });
  return [...fixed, ...moons]
    .filter(({ day }) => day >= from && day <= to)
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** So many days before or after the computed one a feast may be confirmed: the moon is late or early by one or two. */
export const MOST_OFF = 3;

/** The computed day of a feast by its id; `undefined` where there is no such feast near `today`. */
export function expectedOf(id: string, today: string): { expected: string; moon: MoonDay } | undefined {
  return expectedMoons(daysAfter(today, -A_YEAR), daysAfter(today, A_YEAR)).find((each) => each.id === id);
}

const A_YEAR = 366;

function expectedMoons(from: string, to: string): { id: string; expected: string; moon: MoonDay }[] {
  const found = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const hijri = hijriOf(day);
    for (const moon of MOON_DAYS)
      if (moon.month === hijri.month && moon.day === hijri.day)
        found.push({ id: moonId(moon.key, hijri.year), expected: day, moon });
  }
  return found;
}

function fixedDays(from: string, to: string): Coming[] {
  const found: Coming[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const fixed of FIXED_DAYS) found.push({ what: 'fixed', day: dayIn(year, fixed), fixed });
  return found;
}

/** A fixed day in a year. */
export function dayIn(year: number, { on }: Pick<FixedDay, 'on'>): string {
  const after = /^easter\+(\d+)$/.exec(on)?.[1];
  return after === undefined ? `${year}-${on}` : daysAfter(easterOf(year), Number(after));
}
