import { seededChance } from '../../../domain/seeded-chance.ts';

/** Chance that is the same every time for the same seed. */
export interface Dice {
  /** True in `share` of the cases, 0 to 1. */
  is(share: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  one<T>(of: readonly T[]): T;
  /** One of the keys, each as often as its weight says. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** Dice for one purpose; two purposes do not disturb each other's throws. */
export function diceOf(...purpose: readonly (string | number)[]): Dice {
  const next = seededChance(fnv1a(purpose.join('/')));
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    is: (share) => next() < share,
    between,
    one(of) {
      const found = of[between(0, of.length - 1)];
      if (found === undefined) throw new RangeError('There is nothing to choose from.');
      return found;
    },
    weighed<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      if (found === undefined) throw new RangeError('There is nothing to choose from.');
      return found[0];
    },
  };
}

/** 32 bits of FNV-1a. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
