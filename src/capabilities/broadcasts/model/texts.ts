import type { Lang } from '../../../domain/language.ts';
import type { Texts } from './broadcast.ts';

/** Three SMS, and what a cheap phone shows without scrolling twice. */
export const MAX_TEXT = 480;
/** More lines are a letter, and no message. */
const MAX_LINES = 12;

export type TextFault = 'too_long' | 'too_many_lines' | 'placeholder' | 'foreign_link';

/**
 * A text as it goes out: NFC, without what a reader cannot see but a screen obeys, its own lines kept, never two empty
 * ones in a row.
 */
export const tidyText = (text: string): string =>
  Buffer.from(text)
    .toString()
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ *\n */gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();

/** Characters as people count them. */
export const lengthOf = (text: string): number => Array.from(text).length;

/**
 * What is wrong with a text, or nothing.
 * @param ours addresses whose pages it may lead to, e.g. `https://benkan.example`: a campaign's message is where forgers
 *   would like a link of theirs
 */
export function textFault(text: string, ours: readonly string[]): TextFault | undefined {
  if (lengthOf(text) > MAX_TEXT) return 'too_long';
  if (text.split('\n').length > MAX_LINES) return 'too_many_lines';
  // Nothing is filled in: whoever writes {nom} would send just that to everybody.
  if (/[{}]|<[^>]*>|\$t\(|%[sd]/u.test(text)) return 'placeholder';
  return linksIn(text).every((link) => isOurs(link, ours)) ? undefined : 'foreign_link';
}

/** Languages a broadcast has a text in. */
export const languagesOf = (content: Texts): Lang[] =>
  Object.entries(content).flatMap(([lang, said]) => (said === undefined || said.text === '' ? [] : [lang]));

/** Zero-width joiner and non-joiner stay: emoji and some scripts are written with them. */
const UNSEEN = /(?!\n)[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uFFF9-\uFFFB]/gu;

/** All that a phone could make a link of: addresses, bare domains, other people's names and addresses. */
const linksIn = (text: string): string[] => [
  ...(text.match(/[a-z][a-z\d+.-]*:\/\/\S*|\b(?:mailto|tel|javascript|data):\S*/giu) ?? []),
  ...(text
    .replaceAll(/[a-z][a-z\d+.-]*:\/\/\S*/giu, ' ')
    .match(/\S*@\w{3,}\S*|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\S*/giu) ?? []),
];

function isOurs(link: string, ours: readonly string[]): boolean {
  const bare = link.replace(/[.,;:!?)»”"']+$/u, '');
  if (!URL.canParse(bare)) return false;
  const { origin, pathname, username, password } = new URL(bare);
  if (username !== '' || password !== '') return false;
  return ours.some((each) => {
    const known = new URL(each);
    const path = known.pathname.replace(/\/$/u, '');
    return known.origin === origin && (pathname === path || pathname.startsWith(`${path}/`));
  });
}
