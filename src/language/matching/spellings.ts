import { SPELLING_LEVELS as LEVELS, type SpellingLevel as Level, type Told } from '../../domain/how.ts';
import { Typed } from '../folding/typed.ts';
import type { Match } from '../types.ts';

/** Letters a spelling needs to count at a level: "au" is no *o*, and two short words run together could be any word. */
const MIN_LETTERS: Readonly<Record<Level, number>> = {
  exact: 1,
  toneless: 1,
  safe: 1,
  frenchLike: 2,
  joined: 5,
};

/** A command typed with punctuation between its words, or its words cut in two, has so many more than it is listed with. */
const MORE_WORDS = 3;

/** A table of whole utterances. The surest level that knows the utterance decides; two meanings there are `many`. */
export class Spellings<T> {
  readonly #levels = new Map<Level, Map<string, T[]>>(LEVELS.map((level) => [level, new Map()]));
  #mostWords = 0;

  /**
   * A spelling that is folded already is not folded again.
   * @param others words of their own, safely folded, that sound like some spelling and mean nothing here
   */
  constructor(
    entries: Iterable<readonly [spelling: string | Typed, meaning: T]>,
    others: Iterable<string> = [],
  ) {
    for (const [spelling, meaning] of entries)
      this.#learn(spelling instanceof Typed ? spelling : new Typed(spelling), meaning);
    for (const word of others) this.#levels.get('safe')?.set(word, []);
  }

  /** Words of the longest spelling, and as many as a hand may add: what has more is a sentence, and is not folded. */
  get mostWords(): number {
    return this.#mostWords + MORE_WORDS;
  }

  find(utterance: Typed, told?: Told): Match<T> {
    if (utterance.tooLong || utterance.words > this.mostWords) return { kind: 'none' };
    for (const level of LEVELS) {
      const meanings = this.#levels.get(level)?.get(utterance[level]);
      if (meanings === undefined) continue;
      if (meanings.length > 0) told?.({ by: 'spelling', level });
      return toMatch(meanings);
    }
    return { kind: 'none' };
  }

  #learn(spelling: Typed, meaning: T): void {
    this.#mostWords = Math.max(this.#mostWords, spelling.words);
    for (const level of LEVELS) {
      const key = spelling[level];
      if (key.length < MIN_LETTERS[level]) continue;
      const meanings = this.#levels.get(level)?.get(key);
      if (meanings === undefined) this.#levels.get(level)?.set(key, [meaning]);
      else if (!meanings.includes(meaning)) meanings.push(meaning);
    }
  }
}

/** None, one or several meanings as a {@link Match}. */
export function toMatch<T>(meanings: readonly T[]): Match<T> {
  const [first] = meanings;
  if (first === undefined) return { kind: 'none' };
  return meanings.length === 1 ? { kind: 'one', value: first } : { kind: 'many', values: [...meanings] };
}
