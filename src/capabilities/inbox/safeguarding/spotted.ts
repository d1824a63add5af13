import { foldSafe } from '../../../language/folding/fold.ts';
import { tidy } from '../../../language/folding/tidy.ts';
import { SENSITIVE_KINDS, type SensitiveKind, type SensitiveWord } from '../ports.ts';

/**
 * Finds which dangers a text names: whole words and phrases, whatever their accents, capitals and punctuation, in either
 * language whatever the talk is in. A Bambara noun may carry its plural. Made once, linear in the text.
 */
export function spotter(words: readonly SensitiveWord[]): (text: string) => SensitiveKind[] {
  const known = new Map<string, Set<SensitiveKind>>();
  for (const { word, kind, lang } of words)
    for (const form of formsOf(word, lang)) known.set(form, (known.get(form) ?? new Set()).add(kind));
  const longest = Math.max(...[...known.keys()].map((word) => word.split(' ').length));
  return (text) => {
    const said = fold(text).split(' ');
    const found = new Set<SensitiveKind>();
    for (let from = 0; from < said.length; from += 1)
      for (let length = 1; length <= longest; length += 1)
        for (const kind of known.get(said.slice(from, from + length).join(' ')) ?? []) found.add(kind);
    return SENSITIVE_KINDS.filter((kind) => found.has(kind));
  };
}

/** Apostrophes part words here: "l'arme" is a weapon. */
const fold = (text: string): string => foldSafe(tidy(text).replaceAll("'", ' '));

const formsOf = (word: string, lang: string): string[] =>
  lang === 'bm' ? [fold(word), `${fold(word)}w`] : [fold(word)];
