import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../speaking/locales.ts';
import { readTable, writeTable } from './csv.ts';
import { oddOrders } from './odd-orders.ts';
import type { Sources } from './sources.ts';
import { clausesToAttest, type Vocabulary } from './vocabulary.ts';

/**
 * What a native reviewer should look at first, a line of `locales/<lang>/review.csv`:
 * - `kept`: stands in French, the glossary being silent;
 * - `word`: rests on an entry the glossary itself doubts;
 * - `order`: words stand as no source shows them;
 * - `meaning`: French and this language may not say the same. Written by hand, the others are found.
 */
export interface Doubt {
  /** `flow/key`, as in `menu/choix.ask`. */
  text: string;
  kind: 'kept' | 'word' | 'order' | 'meaning';
  note: string;
}

const COLUMNS = ['text', 'kind', 'note'] as const;
const KINDS = ['kept', 'meaning', 'word', 'order'] as const;

/** None where the language keeps no list. */
export function readDoubts(localesDir: string, lang: string): Doubt[] {
  const path = join(localesDir, lang, 'review.csv');
  if (!existsSync(path)) return [];
  return readTable(readFileSync(path, 'utf8'), `locales/${lang}/review.csv`, COLUMNS).map(({ cell }) => ({
    text: cell('text'),
    kind: KINDS.find((kind) => kind === cell('kind')) ?? 'meaning',
    note: cell('note'),
  }));
}

/** What can be found without the sources: what is kept, and what rests on a doubtful entry. */
export function doubtsOf(locale: Locale, vocabulary: Vocabulary): Doubt[] {
  return textsOf(locale).flatMap(({ id, text }): Doubt[] => {
    if (text.kept !== undefined) return [{ text: id, kind: 'kept', note: text.source ?? '' }];
    const words = new Set(clausesToAttest(text, vocabulary.asIs).flat());
    return [...words].flatMap((word): Doubt[] => {
      const found = vocabulary.attested.get(word);
      if (found?.confidence !== 'low') return [];
      return [{ text: id, kind: 'word', note: `"${word}": low confidence in glossary row ${found.row}` }];
    });
  });
}

/** What only the sources can tell. */
export const oddOrdersOf = (locale: Locale, { asIs }: Vocabulary, sources: Sources): Doubt[] =>
  textsOf(locale).flatMap(({ id, text }) =>
    oddOrders(clausesToAttest(text, asIs), sources).map((note): Doubt => ({ text: id, kind: 'order', note })),
  );

/** The list as a file, what matters most to a citizen first within each text. */
export const doubtsFile = (doubts: readonly Doubt[]): string =>
  writeTable([
    COLUMNS,
    ...[...doubts]
      .sort((one, other) => compare(rank(one), rank(other)))
      .map((doubt) => COLUMNS.map((column) => doubt[column])),
  ]);

const rank = ({ text, kind, note }: Doubt): string => `${text}\t${KINDS.indexOf(kind)}\t${note}`;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const textsOf = (locale: Locale) =>
  Array.from(locale, ([flow, texts]) =>
    Array.from(texts, ([key, text]) => ({ id: `${flow}/${key}`, text })),
  ).flat();
