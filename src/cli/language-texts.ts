import { loadFlows } from '../app/load-flows.ts';
import { textPlaces } from '../app/text-places.ts';
import { type Locale, readDoubts, readTerms, readVocabulary, type TermChoice } from '../language/index.ts';
import { type GlossaryFrench, type ReviewRow, reviewRows } from '../language/reviewing/index.ts';
import { refusal } from '../domain/faults.ts';
import { places } from './places.ts';
import { refuseUnknownLang } from './stage.ts';

/** The texts of a language as its files have them, for a reviewer. */
export interface TextsToReview {
  localesDir: string;
  lang: string;
  locale: Locale;
  french: Locale;
  choices: readonly TermChoice[];
  rows: ReviewRow[];
}

/** Refuses a language that is not there, and the one all texts are written in first. */
export function textsToReview(lang: string, glossary?: GlossaryFrench): TextsToReview {
  const { flowsDir, localesDir } = places();
  const loaded = loadFlows({ flowsDir, localesDir });
  refuseUnknownLang(loaded, lang);
  const { speaker } = loaded;
  if (lang === speaker.fallback)
    throw refusal('first_language', `${lang}: the texts are written in it; review another language.`);
  const french: Locale = speaker.locales.get(speaker.fallback) ?? new Map<string, never>();
  const locale: Locale = speaker.locales.get(lang) ?? new Map<string, never>();
  const choices = readTerms(localesDir, lang);
  const rows = reviewRows({
    french,
    locale,
    places: textPlaces(loaded.set, speaker),
    choices,
    doubts: readDoubts(localesDir, lang),
    vocabulary: readVocabulary(localesDir, lang),
    ...(glossary !== undefined && { glossary }),
  });
  return { localesDir, lang, locale, french, choices, rows };
}
