import { BAMBARA, FRENCH } from './chatter-words.ts';
import type { Word } from './words.ts';

/**
 * Words with which people send something on: a greeting, "look what I was sent", "is it true?". A sentence of nothing but
 * these says nothing about the news. What is not here may be a claim that was put to ours, and is shown as one.
 * No number, place, day, no "not" and no "only" is in the list, and none may come in.
 */
export function isChatter(unit: readonly Word[]): boolean {
  return unit.every(({ kind, safe, ear }) => kind === 'word' && (FRENCH.has(safe) || BAMBARA.has(ear)));
}
