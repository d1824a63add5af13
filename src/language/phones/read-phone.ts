import type { Told } from '../../domain/how.ts';
import { foldSafe } from '../folding/fold.ts';
import { typed } from '../folding/typed.ts';
import type { Match } from '../types.ts';
import { isOfMali } from './numbering-plan.ts';

/**
 * A phone number as typed, as `+223XXXXXXXX`: Mali's eight digits however they are grouped, with or without 223 before
 * them, in digits of any script. A number of another country needs its + or 00: without it, it may be a slip of a
 * number of Mali. Two numbers are none: only the person knows which one is meant.
 */
export function readPhone(text: string, told?: Told): Match<string> {
  const utterance = typed(text);
  if (utterance.tooLong) return NONE;
  const [, abroad, groups = ''] = WRITTEN.exec(withoutWords(utterance.tidy)) ?? [];
  const digits = groups.replace(/\(0\)|\D/gu, '');
  const number = abroad === undefined ? ofMali(digits) : ofAnyCountry(digits);
  if (number === undefined) return NONE;
  told?.({ by: 'phone' });
  return { kind: 'one', value: `+${number}` };
}

const NONE: Match<string> = { kind: 'none' };

/** Groups of digits; what stands between them differs from hand to hand and means nothing. */
const WRITTEN = /^[(\s]*(\+|00)?((?:[\s.·,/()_\p{Pd}]{0,4}\d){1,24})[\s\p{P}\p{S}]*$/u;

const MALI = '223';
/** E.164: a country code never begins with 0, and all of it has at most 15 digits; below 7 no country has numbers. */
const E164 = /^[1-9]\d{6,14}$/u;

function ofMali(digits: string): string | undefined {
  const own = digits.length === 11 && digits.startsWith(MALI) ? digits.slice(MALI.length) : digits;
  return isOfMali(own) ? MALI + own : undefined;
}

const ofAnyCountry = (digits: string): string | undefined => {
  if (digits.startsWith(MALI)) return ofMali(digits);
  return E164.test(digits) ? digits : undefined;
};

/** Cuts the words around the number; what is left is a number or is none. */
function withoutWords(tidied: string): string {
  const words = tidied.replace(/(?<=\p{L})[°.:]*(?=[+\d(])/gu, ' ').split(/[\s:]+/u);
  while (words.length > 0 && isAround(words[0] ?? '')) words.shift();
  while (words.length > 0 && isAround(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const isAround = (word: string): boolean => {
  const plain = foldSafe(word);
  return plain !== '' && plain.split(' ').every((one) => AROUND.has(one));
};

/** "c'est le", "mon numéro", "WhatsApp", *n ka nimɔrɔ ye … ye*. */
const AROUND: ReadonlySet<string> = new Set([
  ...[
    'c',
    'cest',
    'est',
    'le',
    'au',
    'mon',
    'ma',
    'numero',
    'num',
    'no',
    'n',
    'tel',
    'telephone',
    'portable',
  ],
  ...['whatsapp', 'orange', 'malitel', 'moov', 'telecel', 'voici', 'oui', 'merci', 'svp'],
  ...['ne', 'ka', 'nimoro', 'telefoni', 'in', 'nin', 'ye', 'don', 'awo'],
]);
