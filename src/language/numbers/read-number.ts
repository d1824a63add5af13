import type { Lang } from '../../domain/language.ts';
import { typed } from '../folding/typed.ts';
import { foldSafe } from '../folding/fold.ts';
import type { Match } from '../types.ts';
import { readBambara } from './bambara.ts';
import { readDigits } from './digits.ts';
import { readFrench } from './french.ts';

/**
 * A whole number as typed: digits of any script, words of either language (the person's own first), a unit beside it
 * ("12 ans", *san 20*). *Dɔrɔmɛ* counts in fives of francs, and only when it is said.
 */
export function readNumber(text: string, lang: Lang): Match<number> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return { kind: 'none' };
  const { words, francs } = withoutUnits(utterance.tidy);
  if (words.length === 0 || words.length > MAX_WORDS) return { kind: 'none' };
  const value = readDigits(words.join(' ')) ?? readWords(words, lang);
  return value === undefined ? { kind: 'none' } : { kind: 'one', value: value * francs };
}

/** Ninety-nine thousand nine hundred and ninety-nine takes nine words in either language; the rest is a sentence. */
const MAX_WORDS = 16;
const DOROME_IN_FRANCS = 5;

function readWords(words: readonly string[], lang: Lang): number | undefined {
  // "20,5" and "20/5" are one word with digits in it, and no number.
  if (words.some((word) => /\d/u.test(word) && !/^\d+$/u.test(word))) return undefined;
  const plain = words.flatMap((word) => foldSafe(word).split(' '));
  return lang === 'bm'
    ? (readBambara(plain) ?? readFrench(plain))
    : (readFrench(plain) ?? readBambara(plain));
}

/** Cuts what stands before and after the number; words in the middle stay, and make it no number. */
function withoutUnits(tidied: string): { words: string[]; francs: number } {
  const words = tidied
    .replace(/[!?.;:,]+$/u, '')
    .replace(/(\d)(?=(?:ans?|fcfa|cfa|f|kg)\b)/gu, '$1 ')
    .replace(/^j'ai /u, 'jai ')
    .split(' ');
  const francs = words.some((word) => DOROME_WORDS.includes(foldSafe(word))) ? DOROME_IN_FRANCS : 1;
  let first = 0;
  let end = words.length;
  while (first < end && BEFORE.has(foldSafe(words[first] ?? ''))) first++;
  while (end > first && AFTER.has(foldSafe(words[end - 1] ?? ''))) end--;
  return { words: words.slice(first, end), francs };
}

const DOROME_WORDS = ['dorome', 'doromen', 'doromew'];
/** "j'ai", "environ", "âge", *san*, *n ye san … ye*. */
const BEFORE: ReadonlySet<string> = new Set([
  ...['jai', 'ai', 'je', 'environ', 'presque', 'age', 'mon', 'de', 'est', 'a', 'peu', 'pres'],
  ...['n', 'ne', 'i', 'san', 'si', 'ka', 'ye', 'be', 'mogo', 'wari'],
  ...DOROME_WORDS,
]);
/** "ans", "F CFA", *san*, *ye*. */
const AFTER: ReadonlySet<string> = new Set([
  ...[
    'ans',
    'an',
    'annee',
    'annees',
    'f',
    'fcfa',
    'cfa',
    'franc',
    'francs',
    'personne',
    'personnes',
    'environ',
    'svp',
  ],
  ...['fois', 'jour', 'jours', 'mois', 'kg', 'enfant', 'enfants', 'merci'],
  ...['ye', 'san', 'don', 'mogo', 'mogow', 'bolo'],
  ...DOROME_WORDS,
]);
