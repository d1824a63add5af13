import type { By, Told } from '../../domain/how.ts';
import { daysAfter } from '../../domain/clock.ts';
import { foldSafe } from '../folding/fold.ts';
import { Typed, typed } from '../folding/typed.ts';
import type { DateFrame, Match } from '../types.ts';
import { weekdayOf } from './calendar.ts';
import { readCalendarDate } from './calendar-date.ts';
import { AROUND, LAST, NEXT, RELATIVE, weekdayNamed } from './words.ts';

/**
 * A day as typed, as `YYYY-MM-DD`: in digits of any script with the day first, with a month's name, by a weekday, or as
 * today, tomorrow, yesterday; in both languages. Where more than one day may be meant (no year, only a weekday), it is
 * the first of these that the question takes: this year, next, last; the coming weekday, the one just past.
 */
export function readDate(text: string, frame: DateFrame, told?: Told): Match<string> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return NONE;
  const { by, days } = meantBy(utterance, frame.today);
  const taken = days.find((day) => isWithin(day, frame));
  if (taken === undefined) return NONE;
  told?.({ by });
  return { kind: 'one', value: taken };
}

const NONE: Match<string> = { kind: 'none' };
/** A weekday, a day, a month and a year, each in words. */
const MAX_WORDS = 12;

function relative(utterance: Typed, today: string): string[] | undefined {
  const found = RELATIVE.find(utterance);
  return found.kind === 'one' ? [daysAfter(today, found.value)] : undefined;
}

interface Meant {
  by: By;
  days: string[];
}

function meantBy(utterance: Typed, today: string): Meant {
  const said = relative(utterance, today);
  if (said !== undefined) return { by: 'relative_day', days: said };
  const words = utterance.exact.split(' ').filter((word) => !AROUND.has(foldSafe(word)));
  if (words.length === 0 || words.length > MAX_WORDS) return { by: 'calendar_day', days: [] };
  const day = relative(new Typed(words.join(' ')), today);
  if (day !== undefined) return { by: 'relative_day', days: day };
  const [first = '', ...rest] = words;
  const weekday = weekdayNamed(foldSafe(first.replace(/,$/u, '')));
  if (weekday === undefined) return { by: 'calendar_day', days: readCalendarDate(words, today) };
  const onward = weekdays(weekday, rest, today);
  // "lundi 12 mai" is that day only where it is a Monday: a slip of one of the two is asked about, not guessed.
  if (onward !== undefined) return { by: 'weekday', days: onward };
  const days = readCalendarDate(rest, today).filter((day) => weekdayOf(day) === weekday);
  return { by: 'calendar_day', days };
}

/** The coming day of that name, never today itself, then the one before. */
function weekdays(weekday: number, rest: readonly string[], today: string): string[] | undefined {
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
  const behind = (weekdayOf(today) - weekday + 7) % 7 || 7;
  const [coming, past] = [daysAfter(today, ahead), daysAfter(today, -behind)];
  const beside = foldSafe(rest.join(' '));
  if (beside === '') return [coming, past];
  if (NEXT.has(beside) || beside === 'qui vient') return [coming];
  return LAST.has(beside) ? [past] : undefined;
}

const isWithin = (day: string, { min, max }: DateFrame): boolean =>
  (min === undefined || day >= min) && (max === undefined || day <= max);
