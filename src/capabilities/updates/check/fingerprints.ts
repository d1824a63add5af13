import type { Word } from './words.ts';

/** Words a fingerprint is of: with two, every "de la" would be one; with four, a change in each line would hide all. */
const SHINGLE = 3;
/** Of so many neighbouring fingerprints one is kept. */
const WINDOW = 3;

/**
 * Numbers that stand for the runs of three words in a text (w-shingling: Broder 1997), of which the smallest of every
 * three neighbours is kept (winnowing: Schleimer, Wilkerson and Aiken 2003). Whatever shares five words in a row with it
 * shares one of them.
 */
export function kept(words: readonly Word[]): Set<number> {
  const all = shingles(words);
  const found = new Set<number>();
  for (let at = 0; at + WINDOW <= all.length; at++) found.add(Math.min(...all.slice(at, at + WINDOW)));
  if (all.length < WINDOW) for (const each of all) found.add(each);
  return found;
}

/** Every fingerprint of a claim. */
export function shingles(words: readonly Word[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + SHINGLE <= words.length; at++)
    found.push(hashOf(words.slice(at, at + SHINGLE).map(({ ear }) => ear)));
  return found;
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16: two different runs of words are taken for one in four billion. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  const text = words.join(' ');
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
