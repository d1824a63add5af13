import { tidy } from '../folding/tidy.ts';
import type { JargonWord } from './jargon-file.ts';

/** A word of the trade that a text does not explain. */
export interface Unexplained {
  word: string;
  gloss: string;
}

/** The jargon in a text that neither gives its gloss nor explains it in brackets. */
export function unexplainedIn(text: string, jargon: readonly JargonWord[]): Unexplained[] {
  const small = tidy(text);
  return jargon.flatMap(({ words, gloss }) =>
    small.includes(tidy(gloss))
      ? []
      : words.filter((word) => stands(text, word)).map((word) => ({ word, gloss })),
  );
}

/** As a word of its own, its plural too; an abbreviation only in capitals: "apr" is how a hurried hand writes "après". */
function stands(text: string, word: string): boolean {
  const isAbbreviation = word === word.toUpperCase();
  const [where, what] = isAbbreviation ? [text, word] : [tidy(text), tidy(word)];
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(what)}s?(?![\\p{L}\\p{N}])(?!\\s*\\()`, 'u').test(
    inBracketsTaken(where, what),
  );
}

/** "les soldats rendent les armes (DDR)": the brackets hold the word, and what stands before them explains it. */
const inBracketsTaken = (text: string, word: string): string => text.replaceAll(`(${word})`, '');

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
