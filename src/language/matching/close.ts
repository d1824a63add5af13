import type { Told } from '../../domain/how.ts';
import { Typed } from '../folding/typed.ts';
import type { Match } from '../types.ts';
import { typingErrors } from './distance.ts';
import { toMatch } from './spellings.ts';

/** Errors forgiven in a word of this many letters. */
export type Forgiveness = (letters: number) => number;

/** One in four letters, at most three. None up to three letters: there one letter is the difference between two words. */
export const oneInFour: Forgiveness = (letters) => Math.min(3, Math.floor(letters / 4));

/** A phrase folded and cut into words once. */
interface Known<T> {
  words: readonly string[];
  meaning: T;
}

/** Phrases that forgive typing errors; compiled once. */
export class ClosePhrases<T> {
  /** By number of words, which is never forgiven. */
  readonly #frenchLike = new Map<number, Known<T>[]>();
  readonly #safe = new Map<number, Known<T>[]>();
  readonly #forgive: Forgiveness;

  constructor(phrases: Iterable<readonly [spelling: string, meaning: T]>, forgive: Forgiveness) {
    this.#forgive = forgive;
    for (const [spelling, meaning] of phrases) {
      const { frenchLike, safe } = new Typed(spelling);
      learn(this.#frenchLike, frenchLike, meaning);
      if (safe !== frenchLike) learn(this.#safe, safe, meaning);
    }
  }

  /**
   * The meanings with the fewest errors; several equally near ones are `many`. Counted on both levels: French-like folding
   * hides some errors (*ekole*) and makes others (*travial*, *travel*).
   */
  find(utterance: Typed, told?: Told): Match<T> {
    const nearest: Nearest<T> = { errors: Infinity, meanings: [] };
    this.#search(this.#frenchLike, utterance.frenchLike, nearest);
    this.#search(this.#safe, utterance.safe, nearest);
    if (nearest.meanings.length > 0) told?.({ by: 'close', errors: nearest.errors });
    return toMatch(nearest.meanings);
  }

  #search(known: ReadonlyMap<number, Known<T>[]>, folded: string, nearest: Nearest<T>): void {
    const typed = folded.split(' ');
    const candidates = known.get(typed.length);
    // Most messages are a digit or a short word, and those are right or wrong, never near.
    if (candidates === undefined || !typed.some((word) => this.#forgive(word.length) > 0)) return;
    for (const { words, meaning } of candidates) {
      const errors = this.#errors(typed, words);
      if (errors === undefined || errors > nearest.errors) continue;
      if (errors < nearest.errors) nearest.meanings = [];
      nearest.errors = errors;
      if (!nearest.meanings.includes(meaning)) nearest.meanings.push(meaning);
    }
  }

  /** Word by word, so that *n b'a fɛ* never becomes *n t'a fɛ* through the length of the whole. */
  #errors(typed: readonly string[], known: readonly string[]): number | undefined {
    let sum = 0;
    for (let index = 0; index < typed.length; index++) {
      const errors = this.#wordErrors(typed[index] ?? '', known[index] ?? '');
      if (errors === undefined) return undefined;
      sum += errors;
    }
    return sum;
  }

  #wordErrors(word: string, known: string): number | undefined {
    if (word === known) return 0;
    if (!sameStart(word, known)) return undefined;
    const limit = this.#forgive(Math.min(word.length, known.length));
    return limit > 0 ? typingErrors(word, known, limit) : undefined;
  }
}

interface Nearest<T> {
  errors: number;
  meanings: T[];
}

function learn<T>(index: Map<number, Known<T>[]>, folded: string, meaning: T): void {
  const words = folded.split(' ');
  const known = index.get(words.length) ?? [];
  index.set(words.length, [...known, { words, meaning }]);
}

/** People rarely miss a word's first letter, and with another start it is often the opposite: *sécurité*, *insécurité*. */
const sameStart = (a: string, b: string): boolean => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
