import { Fault } from '../../../domain/faults.ts';

/** Words as small numbers, in the order they were met. */
export class Codes {
  readonly #numbers = new Map<string, number>();
  readonly words: string[] = [];

  /** @throws Fault when there are more words than `most` */
  of(word: string, most: number): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.length;
    if (number >= most)
      throw new Fault('bug', 'audience_column_full', 'A column of audiences has too many words.');
    this.words.push(word);
    this.#numbers.set(word, number);
    return number;
  }
}
