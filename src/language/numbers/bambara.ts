import { cutIntoWords, vocabulary } from './vocabulary.ts';

/**
 * A number in Bambara words: *bi saba ni duuru* 35, *kɛmɛ fila ni mugan* 220, *waa tan ni kɛmɛ duuru* 10 500.
 * After *waa*, "tens ni units" multiplies as one: *waa tan ni duuru* is 15 000; *waa tan ani duuru* is 10 005.
 * Takes safe folding.
 */
export function readBambara(words: readonly string[]): number | undefined {
  // Alone, *wa* asks a question and *ba* is a mother.
  if (words.length === 1 && /^[bw]a$/u.test(words[0] ?? '')) return undefined;
  const tokens: number[] = [];
  for (const word of joinSeven(words)) {
    const found = /^\d{1,3}$/u.test(word) ? [Number(word)] : cutIntoWords(word, WORDS);
    if (found === undefined) return undefined;
    tokens.push(...found);
  }
  return new Reading(tokens).whole();
}

/** *Wolon wula* is one word. */
const joinSeven = (words: readonly string[]): string[] =>
  words
    .join(' ')
    .replace(/\b(wolon|woron) (?=\S)/gu, '$1')
    .split(' ');

const NI = -1;
const ANI = -2;
const BI = -3;
const TEN = 10;
const TWENTY = 20;
const HUNDRED = 100;
const THOUSAND = 1000;
const MILLION = 1_000_000;

/** The glossary's words, and as neighbours say them (*looru* 5, *kɔnɔndɔn* 9, *ba* 1000). */
const WORDS = vocabulary({
  ...asSpoken(0, 'fu'),
  ...asSpoken(1, 'kelen'),
  ...asSpoken(2, 'fila'),
  ...asSpoken(3, 'saba'),
  ...asSpoken(4, 'naani'),
  ...asSpoken(5, 'duuru looru loolu'),
  ...asSpoken(6, 'wɔɔrɔ'),
  ...asSpoken(7, 'wolonwula wolonfila wolonla woronwula woronfila'),
  ...asSpoken(8, 'seegin'),
  ...asSpoken(9, 'kɔnɔntɔn kɔnɔndɔn'),
  ...asSpoken(TEN, 'tan'),
  ...asSpoken(TWENTY, 'mugan'),
  ...asSpoken(BI, 'bi'),
  ...asSpoken(HUNDRED, 'kɛmɛ'),
  ...asSpoken(THOUSAND, 'waa waga ba'),
  ...asSpoken(MILLION, 'miliyɔn'),
  ...asSpoken(NI, 'ni'),
  ...asSpoken(ANI, 'ani'),
});

/**
 * Quick speech drops a nasal at the end of a longer word (*muga*), but for *kelen*, which would be *kɛlɛ*, war; and a
 * short vowel before l (*fla*, *wolonfla*).
 */
function asSpoken(value: number, words: string): Record<string, number> {
  const forms = words.split(' ').flatMap((word) => {
    const nasal = word.length > 4 && word !== 'kelen' ? word.replace(/n$/u, '') : word;
    return [word, nasal].flatMap((form) => [form, form.replace(/(?<=[fw])[iu](?=l)/u, '')]);
  });
  return Object.fromEntries(forms.map((form) => [form, value]));
}

/** Walks the words once, from the largest unit down. */
class Reading {
  readonly #tokens: readonly number[];
  #at = 0;

  constructor(tokens: readonly number[]) {
    this.#tokens = tokens;
  }

  whole(): number | undefined {
    let total: number | undefined;
    for (const part of [
      () => this.#times(MILLION),
      () => this.#times(THOUSAND),
      () => this.#hundreds(),
      () => this.#belowHundred(),
    ]) {
      const start = this.#at;
      if (total !== undefined && !this.#skip(NI) && !this.#skip(ANI)) break;
      const value = part();
      if (value === undefined) this.#at = start;
      else total = (total ?? 0) + value;
    }
    return this.#at === this.#tokens.length ? total : undefined;
  }

  /** *waa*, *waa fila*, *waa kɛmɛ*, and with digits `2 waa`. */
  #times(unit: number): number | undefined {
    const digits = this.#peek();
    if (digits !== undefined && digits > 0 && this.#tokens[this.#at + 1] === unit) {
      this.#at += 2;
      return digits * unit;
    }
    if (!this.#skip(unit)) return undefined;
    const hundreds = unit === MILLION ? undefined : this.#hundreds();
    if (hundreds !== undefined) return hundreds * unit;
    return (this.#belowHundred() ?? 1) * unit;
  }

  #hundreds(): number | undefined {
    if (!this.#skip(HUNDRED)) return undefined;
    return (this.#unit() ?? 1) * HUNDRED;
  }

  #belowHundred(): number | undefined {
    const tens = this.#tens();
    if (tens === undefined) return this.#unit() ?? this.#digits();
    const start = this.#at;
    if (!this.#skip(NI)) return tens;
    const unit = this.#unit();
    if (unit === undefined || unit === 0) this.#at = start;
    return tens + (unit ?? 0);
  }

  #tens(): number | undefined {
    if (this.#skip(TEN)) return TEN;
    if (this.#skip(TWENTY)) return TWENTY;
    if (!this.#skip(BI)) return undefined;
    const unit = this.#unit();
    if (unit === undefined) this.#at--;
    return unit === undefined ? undefined : unit * TEN;
  }

  #unit(): number | undefined {
    const token = this.#peek();
    if (token === undefined || token < 0 || token > 9) return undefined;
    this.#at++;
    return token;
  }

  #digits(): number | undefined {
    const token = this.#peek();
    if (token === undefined || token < TEN || token > 999) return undefined;
    this.#at++;
    return token;
  }

  #peek(): number | undefined {
    return this.#tokens[this.#at];
  }

  #skip(token: number): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }
}
