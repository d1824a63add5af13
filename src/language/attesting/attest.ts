import type { LocaleText } from '../speaking/locale-text.ts';
import type { Locale } from '../speaking/locales.ts';
import type { Sources } from './sources.ts';
import { stemsOf } from './suffixes.ts';
import { type Attested, clausesToAttest } from './vocabulary.ts';

/** A word that stands in no source, where it is used. */
export interface Unattested {
  word: string;
  text: LocaleText;
  key: string;
}

/** Looks up every word of a language in the sources: as it stands, or as a regular form of a word that stands there. */
export function attest(
  locale: Locale,
  asIs: readonly string[],
  { places }: Pick<Sources, 'places'>,
): { attested: Attested[]; unattested: Unattested[] } {
  const attested = new Map<string, Attested>();
  const unattested: Unattested[] = [];
  for (const texts of locale.values())
    for (const [key, text] of texts)
      for (const word of new Set(clausesToAttest(text, asIs).flat())) {
        const found = attested.get(word) ?? lookUp(word, places);
        if (found !== undefined) attested.set(word, found);
        // A reviewer vouches for what they approved.
        else if (!text.reviewed) unattested.push({ word, text, key });
      }
  return { attested: [...attested.values()], unattested };
}

function lookUp(word: string, places: Sources['places']): Attested | undefined {
  const stem = [word, ...stemsOf(word)].find((candidate) => places.has(candidate));
  const place = stem === undefined ? undefined : places.get(stem);
  return stem === undefined || place === undefined ? undefined : { word, stem, ...place };
}
