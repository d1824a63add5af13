import { filled } from './filled.ts';

/** What a placeholder may ask of a date, as authors write it: `{{quand, jour}}`, `{{quand, heure}}`. */
export const DATE_FORMATS = ['jour', 'heure'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** The words of `dates` in `locales/<lang>/bot.yaml`, by what follows `dates.`. */
export type DateWords = (key: string) => string | undefined;

/**
 * A day or an hour in a language's own words. `value` is campaign-local: `2026-12-12` or `2026-12-12T16:00`;
 * whatever else comes, or where a word is missing, is said as it is.
 */
export function dateWords(value: string, format: DateFormat, words: DateWords): string {
  const moment = read(value);
  if (moment === undefined) return value;
  return (format === 'jour' ? day(moment, words) : hour(moment, words)) ?? value;
}

interface Moment {
  /** `mon` to `sun`. */
  weekday: string;
  day: number;
  month: number;
  time?: { hour: number; minutes: string };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?)?$/u;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function read(value: string): Moment | undefined {
  const [, year, month, day, hour, minutes] = ISO.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // 30 February would quietly be a day in March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value.slice(0, 10))
    return undefined;
  return {
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
    day: Number(day),
    month: Number(month),
    ...(hour !== undefined && minutes !== undefined && { time: { hour: Number(hour), minutes } }),
  };
}

const day = ({ weekday, day: number, month }: Moment, words: DateWords): string | undefined =>
  filled(words('day'), {
    weekday: words(`weekdays.${weekday}`),
    number: number === 1 ? words('first') : String(number),
    month: words(`months.${month}`),
  });

function hour({ time }: Moment, words: DateWords): string | undefined {
  if (time === undefined) return undefined;
  const pattern = words(time.minutes === '00' ? 'hour' : 'hour_minutes');
  return filled(pattern, { hour: String(time.hour), minutes: time.minutes });
}
