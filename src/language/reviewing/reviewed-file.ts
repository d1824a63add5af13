import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, writeTable } from '../attesting/csv.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * A line of `locales/<lang>/reviewed.csv`: what somebody found of a text, in which words. It holds for these words only:
 * whoever changes them, or the French, has a draft again without doing anything for it.
 */
export interface ReviewedText {
  /** `flow/key` */
  text: string;
  state: 'reviewed' | 'draft';
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
  /** {@link wordsPrint} of the text and its French. */
  words: string;
  remark: string;
}

/** Stands for a text together with the French it was read beside. */
export const wordsPrint = (french: string, text: string): string => fingerprintOf(`${french}\n\n${text}`);

const COLUMNS = ['text', 'state', 'by', 'on', 'words', 'remark'] as const;

/** None where nobody has reviewed anything. */
export function readReviewed(localesDir: string, lang: string): ReviewedText[] {
  const path = join(localesDir, lang, 'reviewed.csv');
  if (!existsSync(path)) return [];
  return readTable(readFileSync(path, 'utf8'), `locales/${lang}/reviewed.csv`, COLUMNS).map(({ cell }) => ({
    text: cell('text'),
    state: cell('state') === 'reviewed' ? 'reviewed' : 'draft',
    by: cell('by'),
    on: cell('on'),
    words: cell('words'),
    remark: cell('remark'),
  }));
}

/** The list as a file: one line a text, sorted, so that a change shows as the lines that changed. */
export const reviewedFile = (texts: readonly ReviewedText[]): string =>
  writeTable([
    COLUMNS,
    ...[...texts]
      .sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
      .map((each) => COLUMNS.map((column) => each[column])),
  ]);
