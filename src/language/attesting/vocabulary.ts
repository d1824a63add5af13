import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocaleText } from '../speaking/locale-text.ts';
import { readTermsFile } from '../speaking/terms-file.ts';
import { readTable, writeTable } from './csv.ts';
import type { Place } from './sources.ts';
import { clausesOf } from './words.ts';

/** One line of `locales/<lang>/attested.csv`: where a word of the texts, or the stem it is a regular form of, stands. */
export interface Attested extends Place {
  word: string;
  stem: string;
}

/** The words a language may use, as they were last looked up in the sources. */
export interface Vocabulary {
  attested: ReadonlyMap<string, Attested>;
  /** Names, loans and French on purpose, of `terms.yaml`. */
  asIs: readonly string[];
}

const COLUMNS = ['word', 'stem', 'source', 'row', 'confidence'] as const;

/** `undefined` for a language that keeps no list: French needs none. */
export function readVocabulary(localesDir: string, lang: string): Vocabulary | undefined {
  const path = join(localesDir, lang, 'attested.csv');
  if (!existsSync(path)) return undefined;
  const rows = readTable(readFileSync(path, 'utf8'), `locales/${lang}/attested.csv`, COLUMNS);
  const attested = rows.map(({ cell }): Attested => {
    const source = cell('source') === 'glossary' ? 'glossary' : 'parallel';
    return {
      word: cell('word'),
      stem: cell('stem'),
      source,
      row: Number(cell('row')),
      confidence: cell('confidence'),
    };
  });
  return { attested: new Map(attested.map((each) => [each.word, each])), asIs: asIsOf(localesDir, lang) };
}

export const asIsOf = (localesDir: string, lang: string): string[] =>
  readTermsFile(localesDir, lang).as_is.map(({ words }) => words);

/** The list as a file: sorted, so that a change shows as the lines that changed. */
export const attestedFile = (attested: readonly Attested[]): string =>
  writeTable([
    COLUMNS,
    ...[...attested]
      .sort((one, other) => (one.word < other.word ? -1 : 1))
      .map((each) => COLUMNS.map((column) => String(each[column]))),
  ]);

/** The words of a text that should be attested, by clause: not what stands there as it is, nothing of a text kept in French. */
export function clausesToAttest({ text, short, kept }: LocaleText, asIs: readonly string[]): string[][] {
  if (kept !== undefined) return [];
  return [text, short ?? ''].flatMap((words) => clausesOf(without(words, asIs)));
}

/** The words of a text that stand in no source. A reviewer is one: of what they approved no word is asked for. */
export const unattestedIn = (text: LocaleText, { attested, asIs }: Vocabulary): string[] =>
  text.reviewed ? [] : [...new Set(clausesToAttest(text, asIs).flat())].filter((word) => !attested.has(word));

/** A phrase ends where a word ends: *Benkan* does not take a part of *Benkanw*. The longest first. */
const without = (text: string, phrases: readonly string[]): string =>
  patternsOf(phrases).reduce(
    (left, { phrase, pattern }) => (left.includes(phrase) ? left.replace(pattern, '.') : left),
    text,
  );

interface Pattern {
  phrase: string;
  pattern: RegExp;
}

/** Hundreds of texts are gone over with the same phrases: compiling them for each took nine tenths of the time. */
const compiled = new WeakMap<readonly string[], readonly Pattern[]>();

function patternsOf(phrases: readonly string[]): readonly Pattern[] {
  const known = compiled.get(phrases);
  if (known !== undefined) return known;
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length);
  const patterns = longestFirst.map((phrase) => ({ phrase, pattern: wholly(phrase) }));
  compiled.set(phrases, patterns);
  return patterns;
}

const wholly = (phrase: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${phrase.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')}(?![\\p{L}\\p{M}])`, 'gu');
