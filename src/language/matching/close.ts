import type { Match } from '../types.ts';
import { typingErrors } from './distance.ts';
import { toMatch } from './spellings.ts';

/** Errors forgiven in a word of this many letters. */
export type Forgiveness = (letters: number) => number;

/** One in four letters, at most three. None up to three letters: there one letter is the difference between two words. */
export const oneInFour: Forgiveness = (letters) => Math.min(3, Math.floor(letters / 4));

/** Names are long and rarely near each other: one error from four letters, two from six. */
export const asNames: Forgiveness = (letters) => (letters <= 3 ? 0 : letters < 6 ? 1 : 2);

/** A phrase folded and cut into words once. */
interface Known<T> {
  words: readonly string[];
  meaning: T;
}

/** Phrases that forgive typing errors; compiled once. Takes phrases folded French-like. */
export class ClosePhrases<T> {
  readonly #known: Known<T>[];
  readonly #forgive: Forgiveness;

  constructor(phrases: Iterable<readonly [folded: string, meaning: T]>, forgive: Forgiveness) {
    this.#known = Array.from(phrases, ([folded, meaning]) => ({ words: folded.split(' '), meaning }));
    this.#forgive = forgive;
  }

  /** The meanings with the fewest errors; several equally near ones are `many`. */
  find(folded: string): Match<T> {
    const words = folded.split(' ');
    let best = Infinity;
    let nearest: T[] = [];
    for (const { words: known, meaning } of this.#known) {
      const errors = this.#errors(words, known);
      if (errors === undefined || errors > best) continue;
      if (errors < best) nearest = [];
      best = errors;
      if (!nearest.includes(meaning)) nearest.push(meaning);
    }
    return toMatch(nearest);
  }

  /** Word by word, so that *n b'a fɛ* never becomes *n t'a fɛ* through the length of the whole. */
  #errors(words: readonly string[], known: readonly string[]): number | undefined {
    if (words.length !== known.length) return undefined;
    let sum = 0;
    for (const [index, word] of words.entries()) {
      const errors = this.#wordErrors(word, known[index] ?? '');
      if (errors === undefined) return undefined;
      sum += errors;
    }
    return sum;
  }

  #wordErrors(word: string, known: string): number | undefined {
    if (word === known) return 0;
    const limit = this.#forgive(Math.min(word.length, known.length));
    return limit > 0 && sameStart(word, known) ? typingErrors(word, known, limit) : undefined;
  }
}

/** People rarely miss a word's first letter, and with another start it is often the opposite: *sécurité*, *insécurité*. */
const sameStart = (a: string, b: string): boolean => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
