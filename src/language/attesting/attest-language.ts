import type { Lang } from '../../domain/language.ts';
import { refusal } from '../../domain/faults.ts';
import { readLocales } from '../speaking/locales.ts';
import { attest, type Unattested } from './attest.ts';
import { doubtsFile, doubtsOf, oddOrdersOf, readDoubts } from './review-list.ts';
import { readSources } from './sources.ts';
import { asIsOf, attestedFile } from './vocabulary.ts';

/** What looking up a language's words in the sources found, with the two files to keep of it. */
export interface AttestedLanguage {
  words: number;
  /** Words that stand in the sources only as a stem. */
  regularForms: number;
  inGlossary: number;
  unattested: Unattested[];
  doubts: number;
  files: { 'attested.csv': string; 'review.csv': string };
}

/** Looks up every word of `locales/<lang>/` in the texts of the two tables. Doubts written by hand stay as long as their text does. */
export function attestLanguage(
  localesDir: string,
  lang: Lang,
  tables: { glossary: string; parallel: string },
): AttestedLanguage {
  const locale = readLocales(localesDir).get(lang);
  if (locale === undefined) throw refusal('locale_invalid', `no texts in ${lang}; is LOCALES_DIR right?`);
  const sources = readSources(tables.glossary, tables.parallel);
  const asIs = asIsOf(localesDir, lang);
  const { attested, unattested } = attest(locale, asIs, sources);
  const vocabulary = { asIs, attested: new Map(attested.map((each) => [each.word, each])) };
  const byHand = readDoubts(localesDir, lang).filter(({ kind, text }) => kind === 'meaning' && has(text));
  const doubts = [...doubtsOf(locale, vocabulary), ...oddOrdersOf(locale, vocabulary, sources), ...byHand];
  function has(id: string): boolean {
    const slash = id.indexOf('/');
    return locale?.get(id.slice(0, slash))?.has(id.slice(slash + 1)) === true;
  }
  return {
    words: attested.length,
    regularForms: attested.filter(({ word, stem }) => word !== stem).length,
    inGlossary: attested.filter(({ source }) => source === 'glossary').length,
    unattested,
    doubts: doubts.length,
    files: { 'attested.csv': attestedFile(attested), 'review.csv': doubtsFile(doubts) },
  };
}
