import { foldSafe } from '../folding/fold.ts';
import { readNumber } from '../numbers/read-number.ts';
import { isoDay } from './calendar.ts';
import { monthNamed } from './words.ts';

/** The days a date in digits or with a month's name may mean, the likeliest first; none where no calendar has it. */
export function readCalendarDate(words: readonly string[], today: string): string[] {
  const inDigits = digits(words.join(' '));
  const read = inDigits ?? withMonth(words);
  if (read === undefined) return [];
  const { day, month, year } = read;
  return yearsMeant(year, Number(today.slice(0, 4))).flatMap((one) => isoDay(one, month, day) ?? []);
}

interface Written {
  day: number;
  month: number;
  /** As written: two digits, four, or none. */
  year: number | undefined;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const DAY_FIRST = /^(\d{1,2}) ?[/.\-–] ?(\d{1,2})(?: ?[/.\-–] ?([12]\d{3}|\d{2}))?$/u;
/** Two bare numbers are no date; three are. */
const SPACED = /^(\d{1,2}) (\d{1,2}) ([12]\d{3}|\d{2})$/u;

function digits(text: string): Written | undefined {
  const iso = ISO.exec(text);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const found = DAY_FIRST.exec(text) ?? SPACED.exec(text);
  if (!found) return undefined;
  const [, day, month, year] = found;
  return { day: Number(day), month: Number(month), year: year === undefined ? undefined : Number(year) };
}

/** "12 mai 2026", "le 1er août", *mɛkalo tile 12 san 2026*: the day before the month, or after it with the year behind. */
function withMonth(words: readonly string[]): Written | undefined {
  const plain = words.flatMap((word) => foldSafe(word).split(' ')).filter((word) => word !== '');
  const at = plain.findIndex((word) => monthNamed(word) !== undefined);
  const month = monthNamed(plain[at] ?? '');
  if (month === undefined) return undefined;
  const [before, after] = [plain.slice(0, at), plain.slice(at + 1).filter((word) => word !== 'san')];
  const [dayWords, yearWords] = before.length > 0 ? [before, after] : [after.slice(0, -1), after.slice(-1)];
  if (before.length === 0 && !/^\d{4}$/u.test(yearWords[0] ?? '')) return written(after, month, []);
  return written(dayWords, month, yearWords);
}

function written(
  dayWords: readonly string[],
  month: number,
  yearWords: readonly string[],
): Written | undefined {
  const day = numberIn(dayWords);
  const year = yearWords.length === 0 ? undefined : numberIn(yearWords);
  if (day === undefined || (yearWords.length > 0 && year === undefined)) return undefined;
  return { day, month, year };
}

function numberIn(words: readonly string[]): number | undefined {
  const said = words.join(' ');
  if (/^(?:1 ?er|premier)$/u.test(said)) return 1;
  const found = readNumber(said, 'fr');
  return found.kind === 'one' ? found.value : undefined;
}

const AHEAD = 20;
const CENTURY = 100;

/** Without a year: this one, the next, the last. Two digits: the year from 79 years ago to 20 ahead. */
function yearsMeant(year: number | undefined, now: number): number[] {
  if (year === undefined) return [now, now + 1, now - 1];
  if (year >= CENTURY) return year >= 1900 && year < 2200 ? [year] : [];
  const latest = now + AHEAD;
  return [latest - ((((latest - year) % CENTURY) + CENTURY) % CENTURY)];
}
