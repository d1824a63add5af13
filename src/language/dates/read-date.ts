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
export function readDate(text: string, frame: DateFrame): Match<string> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return NONE;
  const meant = relative(utterance, frame.today) ?? meantBy(utterance.exact, frame.today);
  const taken = meant.find((day) => isWithin(day, frame));
  return taken === undefined ? NONE : { kind: 'one', value: taken };
}

const NONE: Match<string> = { kind: 'none' };
/** A weekday, a day, a month and a year, each in words. */
const MAX_WORDS = 12;

function relative(utterance: Typed, today: string): string[] | undefined {
  const found = RELATIVE.find(utterance);
  return found.kind === 'one' ? [daysAfter(today, found.value)] : undefined;
}

function meantBy(typedWords: string, today: string): string[] {
  const words = typedWords.split(' ').filter((word) => !AROUND.has(foldSafe(word)));
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  const day = relative(new Typed(words.join(' ')), today);
  if (day !== undefined) return day;
  const [first = '', ...rest] = words;
  const weekday = weekdayNamed(foldSafe(first.replace(/,$/u, '')));
  if (weekday === undefined) return readCalendarDate(words, today);
  const onward = weekdays(weekday, rest, today);
  // "lundi 12 mai" is that day only where it is a Monday: a slip of one of the two is asked about, not guessed.
  return onward ?? readCalendarDate(rest, today).filter((day) => weekdayOf(day) === weekday);
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
