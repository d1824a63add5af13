/**
 * Words as one line: NFC, every run of blanks and line ends one space, and without what a reader cannot see but a
 * screen obeys (control characters, direction overrides, joiners of nothing, lone halves of characters).
 */
export const plainLine = (text: string): string =>
  Buffer.from(text)
    .toString()
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();

/** Zero-width joiner and non-joiner stay: emoji and some scripts are written with them. */
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uFFF9-\uFFFB]/gu;
