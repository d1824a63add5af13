import { foldFrenchLike, foldSafe } from '../folding/fold.ts';
import { Typed } from '../folding/typed.ts';
import { ClosePhrases } from '../matching/close.ts';

/** Number words by their folded spelling, and the same forgiving one typing error in longer ones. */
export interface Vocabulary {
  exact: ReadonlyMap<string, number>;
  close: ClosePhrases<number>;
}

/** "Mission" is one letter from it. */
const MILLION = 1_000_000;
/** Below five letters one letter makes another number: *six*, *dix*; *saba*, *naba*. */
const MIN_FORGIVEN = 5;

export function vocabulary(words: Readonly<Record<string, number>>): Vocabulary {
  const safe = Object.entries(words).map(([word, value]) => [foldSafe(word), value] as const);
  const frenchLike = safe.map(([word, value]) => [foldFrenchLike(word), value] as const);
  return {
    exact: new Map([...frenchLike, ...safe]),
    close: new ClosePhrases(
      frenchLike.filter(([word, value]) => word.length >= MIN_FORGIVEN && value < MILLION),
      (letters) => (letters >= MIN_FORGIVEN - 1 ? 1 : 0),
    ),
  };
}

/**
 * The number words in one typed word (safe folding): itself, several run together ("vingtcinq", *tannikelen*), or
 * itself misspelt. `undefined` when it is none.
 */
export function cutIntoWords(safe: string, words: Vocabulary): number[] | undefined {
  const frenchLike = foldFrenchLike(safe);
  const whole = words.exact.get(safe) ?? words.exact.get(frenchLike);
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
