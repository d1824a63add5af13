import { readTable } from '../attesting/csv.ts';
import type { Case } from './cases.ts';
import { plainKeyboard } from './spellings.ts';

/** A person's shortest sentence: the detector must tell by three words. */
const WINDOW = 3;

/** Characters of a long message; the press writes longer sentences than people do. */
const LONGEST = 160;

/** Sets made from sentences in both languages (columns `french,bambara,source`): every three words in a row. */
export interface ParallelSets {
  french: Case[];
  bambara: Case[];
  /** The Bambara as a plain keyboard has it. */
  plain: Case[];
  /** Of both languages, as long as what people write in a chat. */
  sentences: string[];
}

/** Leaves out the sources the detector was made from. */
export function parallelSets(csv: string, name: string): ParallelSets {
  const rows = readTable(csv, name, ['french', 'bambara', 'source']).filter(
    ({ cell }) => !cell('source').startsWith('UDHR'),
  );
  const bambara = rows.flatMap(({ cell }) => windows(cell('bambara')));
  return {
    french: rows.flatMap(({ cell }) => windows(cell('french'))).map((text) => languageCase(text, 'fr')),
    bambara: bambara.map((text) => languageCase(text, 'bm')),
    plain: bambara.map((text) => languageCase(plainKeyboard(text), 'bm')),
    sentences: rows
      .flatMap(({ cell }) => [cell('french'), cell('bambara')])
      .filter((text) => text.length <= LONGEST),
  };
}

function windows(text: string): string[] {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return words
    .slice(0, Math.max(0, words.length - WINDOW + 1))
    .map((_, at) => words.slice(at, at + WINDOW).join(' '));
}

const languageCase = (input: string, expected: string): Case => ({
  kind: 'language',
  input,
  expected,
  lang: '',
});
