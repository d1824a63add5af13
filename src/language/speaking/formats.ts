import { isDay } from '../dates/calendar.ts';
import { DATE_FORMATS, dateWords } from './dates.ts';
import { filled } from './filled.ts';

/**
 * What a placeholder may ask of its value, as authors write it: `{{quand, jour}}`, `{{quand, heure}}`, `{{quand, date}}`
 * (with its year), `{{voix, nombre}}`, `{{prix, argent}}`, `{{noms, liste}}` (one a line), `{{jours, delai}}` (from today).
 */
export const FORMATS = [...DATE_FORMATS, 'date', 'nombre', 'argent', 'liste', 'delai'] as const;
export type Format = (typeof FORMATS)[number];

/** The words of `bot.yaml` a format needs, by language and key. */
export type FormatWords = (key: string) => string | undefined;

/**
 * A value in a language's own words. Of what `Intl` has for Bambara only dates are Bambara; numbers, money, lists and
 * delays are English placeholders there, so they are as in Mali's French, or by our own templates. Whatever does not
 * fit its format is said as it is.
 */
export function formatted(value: unknown, format: Format, lang: string, words: FormatWords): string {
  const said = String(value);
  switch (format) {
    case 'jour':
    case 'heure':
      return dateWords(said, format, (key) => words(`dates.${key}`));
    case 'date':
      return wholeDate(said, lang) ?? said;
    case 'nombre':
      return onNumber(value, (number) => numberInMali(number)) ?? said;
    case 'argent':
      return (
        onNumber(value, (number) => filled(words('formats.money'), { amount: numberInMali(number) })) ?? said
      );
    case 'liste':
      return listed(said, words);
    case 'delai':
      return onNumber(value, (days) => delay(days, words)) ?? said;
  }
}

const NUMBERS = new Intl.NumberFormat('fr-ML');

/** A number as Mali writes it, in every language. Cheap phones have no glyph for the narrow no-break space. */
export const numberInMali = (value: number): string => NUMBERS.format(value).replaceAll('\u202f', '\u00a0');

/** Decimal digits as programs write them; never what a person typed. */
const DIGITS = /^-?\d{1,15}(?:\.\d{1,6})?$/u;

function onNumber(value: unknown, say: (number: number) => string | undefined): string | undefined {
  const digits = value instanceof Counted ? value.value : String(value);
  if (typeof digits === 'string' && !DIGITS.test(digits)) return undefined;
  return say(Number(digits));
}

/** A number on its way into a text: it reads as Mali writes it, and is a number still for who asks for a format. */
export class Counted {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
  toString(): string {
    return numberInMali(this.value);
  }
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?)?$/u;
const LONG = { dateStyle: 'long', timeZone: 'UTC' } as const;
const DATES = new Map(['bm', 'fr-ML'].map((tag) => [tag, new Intl.DateTimeFormat(tag, LONG)]));

function wholeDate(value: string, lang: string): string | undefined {
  const day = DAY.exec(value)?.[1] ?? '';
  if (!isDay(day)) return undefined;
  return (DATES.get(lang) ?? DATES.get('fr-ML'))?.format(Date.parse(`${day}T00:00:00Z`));
}

/** "a, b et c"; a list of one is that one. */
function listed(value: string, words: FormatWords): string {
  const items = value
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const [last = '', ...before] = items.reverse();
  const [first, ...rest] = before.reverse();
  if (first === undefined) return last;
  const start = rest.reduce(
    (list, item) => filled(words('formats.list.next'), { list, item }) ?? `${list}, ${item}`,
    first,
  );
  return filled(words('formats.list.last'), { list: start, item: last }) ?? `${start}, ${last}`;
}

const NEAR: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

function delay(days: number, words: FormatWords): string | undefined {
  const near = NEAR[days];
  if (near !== undefined) return words(`formats.days.${near}`);
  const count = numberInMali(Math.abs(days));
  return filled(words(days < 0 ? 'formats.days.ago' : 'formats.days.in'), { days: count });
}
