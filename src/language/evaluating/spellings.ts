import type { Lang } from '../../domain/language.ts';

/**
 * How one official spelling may come: the foldings run backwards, and what phones and hands add. With itself. Nobody
 * spells French as a Frenchman spells Bambara.
 */
export function spellingsOf(spelling: string, lang: Lang): string[] {
  const rewrites = lang === 'bm' ? [...BAMBARA, ...ANY] : ANY;
  return [...new Set([spelling, ...rewrites.map(([from, to]) => spelling.replace(from, to))])];
}

/** The same with two of them at once, and in capitals, and decomposed. */
export function allSpellingsOf(spelling: string, lang: Lang): string[] {
  const twice = spellingsOf(spelling, lang).flatMap((form) => spellingsOf(form, lang));
  return [...new Set(twice.flatMap((form) => [form, form.toUpperCase(), form.normalize('NFD')]))];
}

/** A plain French keyboard, and a phone that has no Bambara letters. */
export const plainKeyboard = (text: string): string =>
  text.replace(/[ɛƐɔƆɲƝŋŊ]/gu, (letter) => PLAIN[letter] ?? letter);

const PLAIN: Readonly<Record<string, string>> = {
  ɛ: 'e',
  Ɛ: 'E',
  ɔ: 'o',
  Ɔ: 'O',
  ɲ: 'ny',
  Ɲ: 'Ny',
  ŋ: 'ng',
  Ŋ: 'Ng',
};

const BAMBARA: readonly (readonly [RegExp, string])[] = [
  [/ɛ/gu, 'e'],
  [/ɛ/gu, 'è'],
  [/ɛ/gu, 'ε'],
  [/ɔ/gu, 'o'],
  [/ɔ/gu, 'ò'],
  [/ɔ/gu, 'ɔ̀'],
  [/ɲ/gu, 'gn'],
  [/u/gu, 'ou'],
  [/w/gu, 'ou'],
  [/j/gu, 'dj'],
  [/c/gu, 'tch'],
];

const ANY: readonly (readonly [RegExp, string])[] = [
  [/[éèê]/gu, 'e'],
  [/'/gu, '’'],
  [/'/gu, ''],
  [/'/gu, ' '],
  [/-/gu, ' '],
  [/-/gu, ''],
  [/ /gu, ''],
  [/ /gu, '  '],
  [/([aeiouɛɔ])/gu, '$1$1'],
  [/([bcdfgklmnprst])/gu, '$1$1'],
  [/$/gu, ' !'],
  [/$/gu, ' 🙏'],
  [/(?<=.)/gu, '\u200b'],
];
