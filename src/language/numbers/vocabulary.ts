import { foldFrenchLike, foldSafe } from '../folding/fold.ts';
import { Typed } from '../folding/typed.ts';
import { ClosePhrases } from '../matching/close.ts';

/** Number words by their folded spelling, by their sound, and forgiving one typing error in longer ones. */
export interface Vocabulary {
  exact: ReadonlyMap<string, number>;
  /** By what {@link Ear} makes of a word; empty where the language is written as it sounds. */
  heard: ReadonlyMap<string, number>;
  ear: Ear;
  close: ClosePhrases<number>;
}

/** A word's sound; `undefined` where hearing alone would not tell it from another. */
type Ear = (safe: string) => string | undefined;

const NOT_HEARD = { words: {}, ear: () => undefined };

/** "Mission" is one letter from it. */
const MILLION = 1_000_000;
/** Below five letters one letter makes another number: *six*, *dix*; *saba*, *naba*. */
const MIN_FORGIVEN = 5;

/** `heard`: the words that are known by ear too. */
export function vocabulary(
  words: Readonly<Record<string, number>>,
  { words: heard, ear }: { words: Readonly<Record<string, number>>; ear: Ear } = NOT_HEARD,
): Vocabulary {
  const safe = Object.entries(words).map(([word, value]) => [foldSafe(word), value] as const);
  const frenchLike = safe.map(([word, value]) => [foldFrenchLike(word), value] as const);
  return {
    exact: new Map([...frenchLike, ...safe]),
    heard: new Map(Object.entries(heard).map(([word, value]) => [ear(foldSafe(word)) ?? word, value])),
    ear,
    close: new ClosePhrases(
      frenchLike.filter(([word, value]) => word.length >= MIN_FORGIVEN && value < MILLION),
      (letters) => (letters >= MIN_FORGIVEN - 1 ? 1 : 0),
    ),
  };
}

/**
 * The number words in one typed word (safe folding): itself, itself by ear, several run together ("vingtcinq",
 * *tannikelen*), or itself misspelt. `undefined` when it is none.
 */
export function cutIntoWords(safe: string, words: Vocabulary): number[] | undefined {
  const frenchLike = foldFrenchLike(safe);
  const whole =
    words.exact.get(safe) ?? words.exact.get(frenchLike) ?? words.heard.get(words.ear(safe) ?? '');
  if (whole !== undefined) return [whole];
  if (safe.length > MAX_JOINED) return undefined;
  const cut = cutFrom(safe, words.exact) ?? cutFrom(frenchLike, words.exact);
  if (cut !== undefined) return cut;
  const near = frenchLike.length < MIN_FORGIVEN ? undefined : words.close.find(new Typed(safe));
  return near?.kind === 'one' ? [near.value] : undefined;
}

/** Bounds the cutting; the longest number below a hundred run together is shorter. */
const MAX_JOINED = 32;

function cutFrom(folded: string, words: ReadonlyMap<string, number>): number[] | undefined {
  if (folded === '') return [];
  for (let length = Math.min(folded.length, 12); length >= 2; length--) {
    const value = words.get(folded.slice(0, length));
    const rest = value === undefined ? undefined : cutFrom(folded.slice(length), words);
    if (value !== undefined && rest !== undefined) return [value, ...rest];
  }
  return undefined;
}
