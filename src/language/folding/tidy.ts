import { LOOK_ALIKES } from './look-alikes.ts';

/**
 * A message with one way to write each character: NFKC, lower case, one apostrophe, ASCII digits, single spaces,
 * and nothing that cannot be seen. Letters and tone marks stay. For matching only, never for display.
 */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return squeeze(text.toLowerCase());
  if (COMMON.test(text)) return squeeze(text.toLowerCase().replaceAll('’', "'"));
  const visible = text.replace(INVISIBLE, '').replace(APOSTROPHES, "'");
  const lower = visible.normalize('NFKC').toLowerCase().replace(APOSTROPHES, "'");
  const plain = lower.replace(
    RARE,
    (character) => asciiDigits(character) ?? LOOK_ALIKES[character] ?? character,
  );
  return squeeze(plain.normalize('NFC'));
}

/** A text without what cannot be seen: zero-width and control characters, marks of direction, the box of a keycap. */
export const visible = (text: string): string => text.replace(INVISIBLE, '');

/** {@link tidy} without the punctuation, symbols and emoji around the words. */
export const bare = (text: string): string => withoutEdges(tidy(text));

/** What {@link bare} makes of a text that is tidied already. */
export const withoutEdges = (tidied: string): string =>
  WORD_EDGES.test(tidied) ? tidied : tidied.replace(EDGES, '');

const PLAIN = /^[ -~]*$/u;
/** What else both languages are typed with, each a letter of its own: nothing here is composed, hidden or a look-alike. */
const COMMON = /^[ -~«»’À-ÖØ-öø-ÿŒœƐɛƆɔƝɲŊŋ]*$/u;
// Zero-width and bidi characters, soft hyphen, variation selectors, the keycap's box, control characters.
const INVISIBLE =
  // biome-ignore lint: these characters are named so that they are seen here
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20e3\ufe00-\ufe0f\ufeff]/gu;
// Before NFKC, which takes the acute accent apart into a space and a combining mark. N'Ko has two of its own.
const APOSTROPHES = /[’‘ʼʻ‛`´ʹʽ′\u07f4\u07f5]/gu;
// Whatever may be a digit of another script or a look-alike; everything commonly typed is passed over.
const RARE = /ʃ|[^\0-\u02ff\u0300-\u036f]/gu;
const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const WORD_EDGES = /^[a-z0-9].*[a-z0-9]$/u;

const squeeze = (text: string): string =>
  /^\s|\s$|\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;

/** First code point of a run of ten digits (Arabic-Indic, its eastern form, N'Ko), or of circled ones from 1 to 10. */
const ZEROS = [0x0660, 0x06f0, 0x07c0];
const CIRCLED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];

function asciiDigits(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x1f51f) return '10';
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const one = CIRCLED_ONES.find((first) => code >= first && code < first + 10);
  return one === undefined ? undefined : String(code - one + 1);
}
