import type { Told } from '../../domain/how.ts';
import type { Lang } from '../../domain/language.ts';
import { typed } from '../folding/typed.ts';
import { foldSafe } from '../folding/fold.ts';
import type { Match } from '../types.ts';
import { readBambara } from './bambara.ts';
import { readDigits } from './digits.ts';
import { frenchNumberWord, readFrench } from './french.ts';

/**
 * A whole number as typed: digits of any script, words of either language (the person's own first), a unit beside it
 * ("12 ans", *san 20*). *Dɔrɔmɛ* counts in fives of francs, and only when it is said.
 */
export function readNumber(text: string, lang: Lang, told?: Told): Match<number> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return { kind: 'none' };
  const { words, safe, francs } = withoutUnits(utterance.tidy);
  if (words.length === 0 || words.length > MAX_WORDS) return { kind: 'none' };
  const digits = readDigits(words.join(' '));
  const value = digits ?? readWords(words, safe, lang);
  if (value === undefined) return { kind: 'none' };
  told?.({ by: digits === undefined ? 'number_words' : 'number_digits' });
  return { kind: 'one', value: value * francs };
}

/** Ninety-nine thousand nine hundred and ninety-nine takes nine words in either language; the rest is a sentence. */
const MAX_WORDS = 16;
const DOROME_IN_FRANCS = 5;

function readWords(words: readonly string[], safe: readonly string[], lang: Lang): number | undefined {
  // "20,5" and "20/5" are one word with digits in it, and no number.
  if (words.some((word) => /\d/u.test(word) && !/^\d+$/u.test(word))) return undefined;
  const plain = safe.flatMap((word) => word.split(' '));
  return lang === 'bm'
    ? (readBambara(plain) ?? readFrench(plain))
    : (readFrench(plain) ?? readBambara(plain));
}

interface Counted {
  words: string[];
  /** The same words, safely folded. */
  safe: string[];
  francs: number;
}

/** Cuts what stands before and after the number; words in the middle stay, and make it no number. */
function withoutUnits(tidied: string): Counted {
  const words = tidied
    .replace(/[!?.;:,]+$/u, '')
    .replace(/(?<=\d)(?=(?:ans?|ann?[eé]{1,2}s?|fcfa|cfa|frs?|f|kg|mille?|mil)(?![\p{L}\d]))/gu, ' ')
    .replace(/(?<=\d) ?k\b/u, ' mille')
    .replace(/\bj'(?=ai )/u, 'j')
    .split(' ')
    .flatMap(inOneBreath);
  const safe = words.map(foldSafe);
  const francs = safe.some(isDorome) ? DOROME_IN_FRANCS : 1;
  let first = 0;
  let end = words.length;
  while (first < end && isAround(BEFORE, safe[first]) && !isHundred(safe, first)) first++;
  while (end > first && isAround(AFTER, safe[end - 1]) && !isHundred(safe, end - 1)) end--;
  return { words: words.slice(first, end), safe: safe.slice(first, end), francs };
}

/** "vintan", "deuzan", "quarantans"; but *sisan* is now, Milan a town, and "deussan" as likely two hundred. */
function inOneBreath(word: string): string[] {
  if (!/ans?$/u.test(word)) return [word];
  const safe = foldSafe(word);
  const number = /^([a-z]{2,}?)[tz]?(?<!ss)ans?$/u.exec(safe)?.[1];
  if (number === undefined || safe === 'sisan' || frenchNumberWord(safe) !== undefined) return [word];
  const linked = [number, `${number}t`, `${number}z`].find(
    (one) => (frenchNumberWord(one) ?? Infinity) <= MAX_YEARS,
  );
  return linked === undefined ? [word] : [linked, 'an'];
}

/** Nobody says a greater number and its years in one breath. */
const MAX_YEARS = 100;

/** *San* is a year beside a number, and a hundred by ear between French ones: "deu san", "san mil". */
function isHundred(safe: readonly string[], at: number): boolean {
  if (safe[at] !== 'san') return false;
  const before = frenchNumberWord(safe[at - 1] ?? '') ?? 0;
  return (before >= 2 && before <= 9) || frenchNumberWord(safe[at + 1] ?? '') === THOUSAND;
}
const THOUSAND = 1000;

const DOROME = /^(?:d[ou]+[rl]om[ei]n?|drome)w?$/u;
const isDorome = (safe: string): boolean => DOROME.test(safe);
const isAround = (known: ReadonlySet<string>, safe = ''): boolean => known.has(safe) || isDorome(safe);

/** "j'ai", "environ", "âge", *san*, *n ye san … ye*. */
const BEFORE: ReadonlySet<string> = new Set(
  `jai ai je j g moi mwa c cest se environ presque age lage laj l mon de est a peu pres juste seulement
  n ne i san si ka ye be mogo den wari`.split(/\s+/u),
);
/** "ans", "F CFA", *san*, *ye*. */
const AFTER: ReadonlySet<string> = new Set(
  `ans an zan annee annees anne annes anee anees ane anes pige piges f fr frs fcfa cfa sefa franc francs balles personne personnes environ svp seul seule
  seulement de fois jour jours mois kg enfant enfants merci
  ye san don mogo mogow den denw bolo doron`.split(/\s+/u),
);
