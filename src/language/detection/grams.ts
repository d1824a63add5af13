import { onPlainKeyboard } from '../folding/fold.ts';
import { tidy } from '../folding/tidy.ts';

/** Enough of a message to know its language by; the rest costs time. */
const MAX_LETTERS = 80;
const MAX_GRAM = 4;

/** The words of a message in plain letters, an elided one with its apostrophe (`l'`, `n'`). */
export function plainWords(text: string): string[] {
  const apart = tidy(text.slice(0, MAX_LETTERS)).normalize('NFD');
  const plain = onPlainKeyboard(apart.replace(/\p{M}/gu, ''))
    .replace(/[^a-z']+/gu, ' ')
    .replace(/'+/gu, "' ");
  return plain.split(' ').filter((word) => /[a-z]/u.test(word));
}

/** Runs of one to four letters of a word, `_` being its edge, and a longer word itself (`=word`). */
export function gramsOf(word: string): string[] {
  const edged = `_${word}_`;
  const grams = word.length + 2 > MAX_GRAM ? [`=${word}`] : [];
  for (let length = 1; length <= MAX_GRAM; length++)
    for (let at = 0; at + length <= edged.length; at++)
      if (length > 1 || edged[at] !== '_') grams.push(edged.slice(at, at + length));
  return grams;
}

/** A run of letters as a number: five bits a letter. */
export function runKey(run: string): number {
  let key = 0;
  for (let at = 0; at < run.length; at++) key = (key << BITS) | codeOf(run.charCodeAt(at));
  return key;
}

/** Visits the keys of {@link gramsOf} without making a string of each; returns how many grams there are. */
export function countRuns(word: string, visit: (key: number) => void): number {
  let count = word.length + 2 > MAX_GRAM ? 1 : 0;
  for (let start = -1; start <= word.length; start++) {
    let key = 0;
    for (let end = start; end < start + MAX_GRAM && end <= word.length; end++) {
      key = (key << BITS) | (end === -1 || end === word.length ? EDGE : codeOf(word.charCodeAt(end)));
      if (key === EDGE) continue;
      visit(key);
      count += 1;
    }
  }
  return count;
}

const BITS = 5;
const EDGE = 31;
const APOSTROPHE = 30;
/** a to z are 1 to 26. */
const codeOf = (code: number): number => (code === 0x5f ? EDGE : code === 0x27 ? APOSTROPHE : code & 31);
