import type { Lang } from '../../domain/language.ts';
import { type Doubt, type SpeakingTexts, type TermChoice, type Vocabulary } from '../../language/index.ts';
import {
  correctedLocale,
  correctedOf,
  fingerprintOf,
  type ReviewRow,
  reviewRows,
  type TextPlace,
} from '../../language/reviewing/index.ts';
import type { Correction, Corrections } from './corrections.ts';

/** What is known of a language beside its texts. */
export interface LanguageNotes {
  choices: readonly TermChoice[];
  doubts: readonly Doubt[];
  vocabulary: Vocabulary | undefined;
}

export interface TextsDeps {
  speaker: SpeakingTexts;
  corrections: Pick<Corrections, 'all' | 'find'>;
  places: () => ReadonlyMap<string, TextPlace>;
  notesOf: (lang: Lang) => LanguageNotes;
}

/** A text with what staff did to it. */
export interface Text extends ReviewRow {
  /** The revision of its correction; 0 where there is none. */
  rev: number;
  /** What it says without the correction. */
  given: string;
  /** A correction that is not said, for the files say something newer than what it was written over. */
  outdated?: Correction;
}

/** The texts of a language as they are said now. */
export interface Texts {
  /** Those that can be reviewed: every one but the one all are written in first. */
  readonly languages: readonly Lang[];
  all(lang: Lang): readonly Text[];
  find(lang: Lang, id: string): Text | undefined;
}

export function textsOf({ speaker, corrections, places, notesOf }: TextsDeps): Texts {
  const known = new Map<Lang, { basis: readonly unknown[]; texts: readonly Text[] }>();
  const all = (lang: Lang): readonly Text[] => {
    // Whatever is corrected or published makes one of these anew; a page asks several times.
    const basis = [corrections.all(), places()];
    const found = known.get(lang);
    if (found?.basis.every((one, nth) => one === basis[nth]) === true) return found.texts;
    const texts = read(lang);
    known.set(lang, { basis, texts });
    return texts;
  };
  const read = (lang: Lang): Text[] => {
    const french = speaker.uncorrected(speaker.fallback);
    const given = speaker.uncorrected(lang);
    const own = corrections.all().filter((one) => one.lang === lang);
    const locale = correctedLocale(lang, given, french, correctedOf(own));
    return reviewRows({ locale, french, places: places(), ...notesOf(lang) }).map((row) => {
      const correction = corrections.find(`${lang}/${row.id}`);
      const words = given.get(row.flow)?.get(row.key)?.text ?? '';
      return {
        ...row,
        rev: correction?.rev ?? 0,
        given: words,
        ...(correction !== undefined && !isSaid(correction, row, words) && { outdated: correction }),
      };
    });
  };
  return {
    languages: speaker.languages.filter((lang) => lang !== speaker.fallback),
    all,
    find: (lang, id) => all(lang).find((text) => text.id === id),
  };
}

const isSaid = ({ text, french, over }: Correction, row: ReviewRow, given: string): boolean =>
  text === row.text && french === fingerprintOf(row.french) && over.includes(fingerprintOf(given));
