import { foldTones } from '../folding/fold.ts';
import { tidy } from '../folding/tidy.ts';

/**
 * The words of a text by clause: lower case, without tone marks, numbers and placeholders. An elided vowel leaves its
 * apostrophe on the word before it (*t’a* is `t'` and `a`), as the sources write it too.
 */
export function clausesOf(text: string): string[][] {
  return foldTones(tidy(text.replace(PLACEHOLDER, '.').replace(/\n/gu, '.')))
    .split(/[^\p{L}\p{M}\p{N}\s'-]+/u)
    .map((clause) => clause.match(WORD) ?? [])
    .filter((words) => words.length > 0);
}

export const wordsOf = (text: string): string[] => clausesOf(text).flat();

const PLACEHOLDER = /\{\{[^}]*\}\}/gu;
const WORD = /[\p{L}\p{M}]+'?/gu;
