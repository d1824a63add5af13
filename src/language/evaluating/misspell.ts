/** The fixed sequence `scripts/eval-language.mjs` and the tests take. */
export { seededChance as chanceFrom } from '../../domain/seeded-chance.ts';

/** The next number of a fixed sequence, 0 to 1: sets made by chance are the same in every run. */
export type Chance = () => number;

/** A word or phrase with one typing error at any place, the first letter too: missed, doubled, added, changed, swapped. */
export function withTypingError(text: string, chance: Chance): string {
  const letters = Array.from(text);
  const at = Math.floor(chance() * letters.length);
  const letter = letters[at] ?? '';
  const near = pick(NEIGHBOURS[letter.toLowerCase()] ?? LETTERS, chance);
  switch (Math.floor(chance() * 5)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, letter);
      break;
    case 2:
      letters.splice(at, 0, near);
      break;
    case 3:
      letters.splice(at, 1, near);
      break;
    default:
      letters.splice(at, 2, letters[at + 1] ?? '', letter);
  }
  return letters.join('');
}

const pick = (from: string | readonly string[], chance: Chance): string =>
  from[Math.floor(chance() * from.length)] ?? '';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Beside each other on the keyboard French phones have, and vowels that are taken for each other. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'zqeo',
  b: 'vnhp',
  c: 'xvdks',
  d: 'sfect',
  e: 'zria',
  f: 'dgrv',
  g: 'fhtj',
  h: 'gjy',
  i: 'uoey',
  j: 'hkg',
  k: 'jlc',
  l: 'kmr',
  m: 'lpn',
  n: 'bhm',
  o: 'ipua',
  p: 'omb',
  q: 'sawk',
  r: 'etfl',
  s: 'dqzc',
  t: 'rygd',
  u: 'yioe',
  v: 'cbf',
  w: 'xsqv',
  x: 'wcs',
  y: 'tui',
  z: 'aes',
};
