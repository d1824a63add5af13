import { INTENT_WORDS } from '../intents/words.ts';
import { CERCLE_NAMES, REGION_NAMES } from '../places/gazetteer.ts';
import { readPlace } from '../places/read-place.ts';
import type { Case } from './cases.ts';
import { type Chance, withTypingError } from './misspell.ts';
import { type BambaraStyle, bambaraWords, type FrenchStyle, frenchWords } from './number-words.ts';
import { spellingsOf } from './spellings.ts';

/** Every listed utterance, as it stands in the tables. */
export function canonicalIntents(): Case[] {
  return eachUtterance().map(({ utterance, intent, lang }) => intentCase(utterance, intent, lang));
}

/** Every listed utterance as another hand or phone would spell it. */
export function spelledIntents(): Case[] {
  return eachUtterance().flatMap(({ utterance, intent, lang }) =>
    spellingsOf(utterance, lang).map((spelling) => intentCase(spelling, intent, lang)),
  );
}

/** Every listed utterance but yes and no, with a typing error at any letter. */
export function misspeltIntents(chance: Chance): Case[] {
  return eachUtterance()
    .filter(({ intent }) => intent !== 'yes' && intent !== 'no')
    .map(({ utterance, intent, lang }) => intentCase(withTypingError(utterance, chance), intent, lang));
}

/** Numbers in words, every `step`th from 0 to 100,000, in one language's style. */
export function writtenNumbers(style: FrenchStyle | BambaraStyle, step = 1): Case[] {
  const numbers = Array.from({ length: Math.floor(100_000 / step) + 1 }, (_, index) => index * step);
  return numbers.map((value) => ({
    kind: 'number',
    input: isBambara(style) ? bambaraWords(value, style) : frenchWords(value, style),
    expected: String(value),
    lang: isBambara(style) ? 'bm' : 'fr',
  }));
}

export const FRENCH_STYLES: readonly FrenchStyle[] = [
  'france',
  'hyphens',
  'spaces',
  'belgium',
  'switzerland',
];
export const BAMBARA_STYLES: readonly BambaraStyle[] = ['official', 'plain', 'french_like', 'joined'];

/** Names and aliases of regions and cercles, each so many times with one typing error at any letter. */
export function misspeltPlaces(chance: Chance, times: number): Case[] {
  return [...REGION_NAMES, ...CERCLE_NAMES].flatMap(([name]) => {
    const meant = readPlace(name);
    const expected = meant.kind === 'one' ? meant.value.slug : 'ambiguous';
    return Array.from({ length: times }, (): Case => {
      return { kind: 'place', input: withTypingError(name, chance), expected, lang: '' };
    });
  });
}

const isBambara = (style: FrenchStyle | BambaraStyle): style is BambaraStyle =>
  (BAMBARA_STYLES as readonly string[]).includes(style);

const intentCase = (input: string, expected: string, lang: string): Case => ({
  kind: 'intent',
  input,
  expected,
  lang,
});

function eachUtterance(): { utterance: string; intent: string; lang: string }[] {
  return Object.entries(INTENT_WORDS).flatMap(([intent, { fr, bm }]) => [
    ...fr.map((utterance) => ({ utterance, intent, lang: 'fr' })),
    ...bm.map((utterance) => ({ utterance, intent, lang: 'bm' })),
  ]);
}
