import type { Told } from '../../domain/how.ts';
import { typed } from '../folding/typed.ts';
import { tidy } from '../folding/tidy.ts';
import type { Match, Option } from '../types.ts';
import { compileOptions } from './read-option.ts';

/**
 * Compiles a question that takes several of its options, or their order: "1 3", "1, 3", "1 et 3", "13" where there are
 * at most nine, labels with commas or *ani* between them. In the order typed, each once. A part that is not one option
 * is `none`: half an answer is no answer. "1-3" is `many`, for it may be those two or all from one to the other.
 */
export function compileSeveral(options: readonly Option[]): (text: string, told?: Told) => Match<string[]> {
  const one = compileOptions(options);
  const keys = options.map(({ key }) => key);
  return (text, told) => {
    const utterance = typed(text);
    if (utterance.tooLong || utterance.exact === '') return NONE;
    const numbered = numbers(utterance.tidy, keys);
    if (numbered !== undefined) {
      if (numbered.kind !== 'none') told?.({ by: 'digit' });
      return numbered;
    }
    const whole = one(text, told);
    if (whole.kind === 'one') return { kind: 'one', value: [whole.value] };
    const named = text.split(BETWEEN_LABELS).flatMap((part) => labels(part.trim(), keys, one) ?? [UNKNOWN]);
    if (named.length === 0 || named.includes(UNKNOWN)) return NONE;
    told?.({ by: 'phrases' });
    return { kind: 'one', value: [...new Set(named)] };
  };
}

const NONE: Match<string[]> = { kind: 'none' };
/** No key is empty. */
const UNKNOWN = '';

const BEFORE = /^(?:les? |choix |numeros? |n° ?|nimɔrɔ |nimoro )+/u;
const BETWEEN_NUMBERS = /(?:[\s,;.·/+&>()\p{Pd}]|(?<![\p{L}])(?:et|ani|ni|puis)(?![\p{L}]))+/u;
const BETWEEN_LABELS = /[,;،؛\n/+&>]+/u;
const BETWEEN_WORDS = /( et | ani | ni | puis )/u;
const SPAN = /^\d{1,2} ?\p{Pd} ?\d{1,2}$/u;
/** More words than that are a sentence; each way to join them is tried. */
const MAX_JOINED = 8;

/** Nothing where it is not all numbers. */
function numbers(tidied: string, keys: readonly string[]): Match<string[]> | undefined {
  const written = tidied.replace(BEFORE, '').replace(/[\s.!)]+$/u, '');
  const tokens = written.split(BETWEEN_NUMBERS).filter((token) => token !== '');
  if (tokens.length === 0 || !tokens.every((token) => /^\d{1,50}$/u.test(token))) return undefined;
  if (/^\p{Pd}/u.test(written)) return NONE;
  const places = tokens.length === 1 ? apart(tokens[0] ?? '', keys.length) : tokens.map(Number);
  const list = chosen(places, keys);
  if (list === undefined) return NONE;
  const [from = 0, to = 0] = places;
  if (!SPAN.test(written) || to - from < 2) return { kind: 'one', value: list };
  return { kind: 'many', values: [list, keys.slice(from - 1, to)] };
}

/** "13" of five options is 1 and 3; of thirteen it is 13. */
function apart(digits: string, count: number): number[] {
  const whole = Number(digits);
  return whole <= count || count > 9 ? [whole] : Array.from(digits, Number);
}

function chosen(places: readonly number[], keys: readonly string[]): string[] | undefined {
  const found = places.map((place) => keys[place - 1]);
  return found.every((key) => key !== undefined) ? [...new Set(found)] : undefined;
}

/** A label may have an "et" of its own, so the longest that is one is taken first. */
function labels(
  part: string,
  keys: readonly string[],
  one: (text: string) => Match<string>,
): string[] | undefined {
  const tidied = tidy(part).replace(/^(?:et|ani|ni|puis) /u, '');
  if (tidied === '') return [];
  const numbered = numbers(tidied, keys);
  if (numbered !== undefined) return numbered.kind === 'one' ? numbered.value : undefined;
  const words = tidied.split(BETWEEN_WORDS);
  return words.length > 2 * MAX_JOINED ? undefined : joined(words, one);
}

/** @param words labels at even places, what stands between them at odd ones */
function joined(words: readonly string[], one: (text: string) => Match<string>): string[] | undefined {
  if (words.length === 0) return [];
  for (let end = words.length; end > 0; end -= 2) {
    const first = one(words.slice(0, end).join(''));
    const rest = first.kind === 'one' ? joined(words.slice(end + 1), one) : undefined;
    if (first.kind === 'one' && rest !== undefined) return [first.value, ...rest];
  }
  return undefined;
}
