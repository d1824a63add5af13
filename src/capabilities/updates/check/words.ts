import { foldFrenchLike, foldSafe, tidy, visible } from '../../../language/index.ts';
import { withoutWrapping } from './without-wrapping.ts';

/** More is no message anybody forwards, and costs an alignment too long (see `align.ts`). */
const MAX_WORDS = 1500;
const MAX_LENGTH = 20_000;

/** What stands before a word: nothing but a space or a comma, the end of a sentence, or of a line. */
export type Break = 'none' | 'stop' | 'line';

/** One word of a text, as it is compared and as it is shown. */
export interface Word {
  /** What is the same word to every reader of French: without case and accents. */
  safe: string;
  /** The same as Bambara is heard: however it is spelt. */
  ear: string;
  kind: 'word' | 'number' | 'link' | 'code';
  before: Break;
  /** Words were left out before it, and a mark says so. */
  elided: boolean;
  from: number;
  to: number;
}

export interface Text {
  /** Without what cannot be seen and what a messenger puts around a message. */
  source: string;
  words: readonly Word[];
  /** It ends with the mark of words left out. */
  elidedAtEnd: boolean;
}

/** A text as it is compared: case, accents, emoji, marks of bold, line ends and the messenger's own words do not count. */
export function wordsOf(text: string): Text {
  const source = withoutWrapping(visible(text.slice(0, MAX_LENGTH)));
  const words: Word[] = [];
  let end = 0;
  for (const found of source.matchAll(PIECE)) {
    if (words.length >= MAX_WORDS) break;
    const gap = source.slice(end, found.index);
    const [piece] = found;
    const first = words.length;
    words.push(...read(piece, found.index, source));
    const [opening] = words.slice(first);
    if (opening === undefined) continue;
    opening.before = first === 0 ? 'line' : breakIn(gap);
    opening.elided = ELLIPSIS.test(gap);
    end = found.index + piece.length;
  }
  return { source, words, elidedAtEnd: ELLIPSIS.test(source.slice(end)) };
}

/** The words of a stretch as they stand in the text, marks between them included. */
export function shown({ source, words }: Text, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined || to <= from) return '';
  return source.slice(first.from, last.to).replaceAll(/\s+/gu, ' ').replaceAll(/[*_~]/gu, '');
}

const LINK = String.raw`https?:\/\/[^\s<>"»]+|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]+\.)+(?:org|com|net|ml|me|info|fr|int)(?:\/[^\s<>"»]*|(?![\p{L}\p{N}]))`;
const CODE = String.raw`(?<![\p{L}\p{N}])ml[\s_./–-]{0,3}\p{Nd}{4}[\s_./–-]{0,3}\p{Nd}{1,6}(?![\p{L}\p{N}])`;
const GROUPED = String.raw`\p{Nd}{1,3}(?:[\s.,]\p{Nd}{3})+(?!\p{Nd})`;
const NUMBER = String.raw`(?<=^|[\s(])[-−](?=\p{Nd})|${GROUPED}|\p{Nd}+(?:[.,]\p{Nd}+)*|\p{N}|🔟`;
const LETTERS = String.raw`[\p{L}\p{M}]+['’‘ʼʻ\u0060´]?`;
const PIECE = new RegExp(`${LINK}|${CODE}|${NUMBER}|[%‰]|\\p{Sc}|${LETTERS}`, 'giu');
const ELLIPSIS = /…|\.\.\.?|\[\s*suite/u;
/** An emoji parts sentences as a stop does. */
const STOPS = /[.!?…:;»”"“«)\]—|•·]|\p{Extended_Pictographic}| [-–] /u;

const breakIn = (gap: string): Break => {
  if (gap.includes('\n')) return 'line';
  return STOPS.test(gap) ? 'stop' : 'none';
};

const LINKS = new RegExp(`^(?:${LINK})$`, 'iu');
const CODES = new RegExp(`^(?:${CODE})$`, 'iu');

function read(piece: string, from: number, source: string): Word[] {
  const to = from + piece.length;
  const word = (key: string, kind: Word['kind'], ear = key): Word => ({
    ...{ safe: key, ear, kind, from, to },
    ...{ before: 'none' as const, elided: false },
  });
  if (LINKS.test(piece)) return [word(linkKey(piece), 'link')];
  const plain = tidy(piece);
  if (CODES.test(piece)) return [word(codeKey(plain), 'code')];
  if (/^\p{L}/u.test(piece)) return lettersOf(piece, plain, source[to - 1] ?? '', word);
  if (/^[0-9]/u.test(plain)) return numbersOf(plain).map((digits) => word(digits, 'number'));
  return [word(plain === '−' ? '-' : plain, 'number')];
}

function lettersOf(
  piece: string,
  plain: string,
  last: string,
  word: (key: string, kind: 'word', ear: string) => Word,
): Word[] {
  const safe = foldSafe(plain);
  if (safe === '') return [];
  const elided = /\p{L}/u.test(last) || piece.length > 2 ? undefined : ELIDED[safe];
  return [word(safe, 'word', elided ?? foldFrenchLike(safe))];
}

/** Bambara takes the vowel away before another (*k'a*, *t'a*); whoever writes it out writes the same. */
const ELIDED: Readonly<Record<string, string>> = { k: 'ka', b: 'be', t: 'te', m: 'ma', y: 'ye' };

/** `ML-2026-0042` however it was typed. */
export const codeKey = (plain: string): string => {
  const [, year = '', n = ''] = /(\d{4})\D*(\d+)$/u.exec(plain) ?? [];
  return `ml-${year}-${n.padStart(4, '0')}`;
};

const linkKey = (link: string): string =>
  link
    .replace(/[.,;:!?)\]*_~…]+$/u, '')
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/\/$/u, '')
    .toLowerCase();

/** `1 500`, `1.500` and `1500` are one number; so are `1,5` and `1.5`; a day written in digits is three. */
function numbersOf(plain: string): string[] {
  if (/^\d{1,3}(?:[ .,]\d{3})+$/u.test(plain)) return [plain.replaceAll(/\D/gu, '')];
  const parts = plain.split(/\D/u);
  return parts.length === 2 ? [parts.join('.')] : parts;
}
