import { NOT_IN_LOCALES } from '../folding/look-alikes.ts';
import { placeholdersOf } from '../speaking/placeholders.ts';
import { placeholderTokens } from './placeholder-tokens.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { ReviewRow } from './review-row.ts';

type Found = Omit<Problem, 'at' | 'id'>;

/** What a spreadsheet or a phone adds to words without showing it, taken away. Nothing a reader could see changes. */
export const cleaned = (words: string): string =>
  words
    .replaceAll('_x000D_', '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u200b\ufeff]/gu, '')
    .normalize('NFC')
    .trim();

/** What keeps new words of a text from being said, and what should be looked at once more. */
export function checkWords(words: string, row: Pick<ReviewRow, 'placeholders' | 'text' | 'max'>): Found[] {
  return [
    ...checkCell(words),
    ...checkLetters(words),
    ...checkPlaceholders(words, row),
    ...checkLength(words, row),
  ];
}

/** Nothing a spreadsheet would compute when the list is opened again, and nothing that cannot be seen. */
export function checkCell(words: string): Found[] {
  if (FORMULA.test(words)) return [found('formula', words.slice(0, 20))];
  const hidden = INVISIBLE.exec(words)?.[0];
  return hidden === undefined ? [] : [found('invisible', codeOf(hidden))];
}

function checkLetters(words: string): Found[] {
  const stranger = NOT_IN_LOCALES.exec(words)?.[0];
  if (stranger !== undefined) return [found('look_alike', stranger)];
  const toned = TONED.exec(words)?.[0];
  if (toned !== undefined) return [found('tone', toned)];
  const accented = ACCENTED.exec(words)?.[0];
  return accented === undefined ? [] : [found('accent', accented)];
}

function checkPlaceholders(
  words: string,
  { placeholders, text }: Pick<ReviewRow, 'placeholders' | 'text'>,
): Found[] {
  if (placeholdersOf(words) === undefined || /[{}]/u.test(words.replace(/\{\{[^{}]*\}\}/gu, '')))
    return [found('placeholder_broken', placeholders.join(' '))];
  const given = placeholderTokens(words);
  // A text that stood with another form of a date may keep it.
  const allowed = new Set([...placeholders, ...placeholderTokens(text)]);
  const missing = placeholders.filter((token) => !given.some((other) => nameIn(other) === nameIn(token)));
  const added = given.filter((token) => !allowed.has(token));
  return [
    ...missing.map((token) => found('placeholder_missing', token)),
    ...added.map((token) => ({ ...found('placeholder_added', token), expected: placeholders.join(' ') })),
  ];
}

function checkLength(words: string, { max }: Pick<ReviewRow, 'max'>): Found[] {
  const length = Array.from(words).length;
  if (max === undefined || length <= max) return [];
  return [{ ...found('too_long', String(length)), expected: String(max) }];
}

const found = (code: ProblemCode, given: string): Found => ({ code, given });
const nameIn = (token: string): string => token.replace(/[{} ]|,.*$/gu, '');
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What spreadsheets take for the beginning of a formula; a dash begins a list where a space follows. */
const FORMULA = /^(?:[=+@\t]|-\S)/u;
/** Controls, bidi and zero-width characters; a line break and the joiner of an emoji are none of them. */
const INVISIBLE =
  /(?!\n)\p{Cc}|[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;
/** A tone: any mark on ɛ ɔ ɲ ŋ, and on other letters the marks French does not put there. */
const TONED = /[ɛɔɲŋ][\u0300-\u036f]|[áíóúǎěǐǒǔāēīōūìòńǹ]|[\u0300-\u036f]/iu;
/** French has these; Bambara could only mean a tone. Names of places and people keep them. */
const ACCENTED = /[àâéèêëîïôùûüç]/iu;
