import type { ProblemWords } from './problem-words.fr.ts';

const quoted = (words = ''): string => `“${words}”`;

/** What is wrong with a text or a line, in English, and what to do. */
export const PROBLEMS_EN: ProblemWords = {
  file_too_large: () => 'The file is larger than a file of texts can be. Is it the right one?',
  file_unreadable: () =>
    'This is neither a workbook (.xlsx) nor a PO file, or it is damaged. Save it again as .xlsx.',
  not_utf8: () => 'The file is not in UTF-8. Save it as UTF-8.',
  no_sheet: ({ given }) => `The sheet ${quoted(given)} is missing. Is this a file that Benkan exported?`,
  no_column: ({ given }) =>
    `The column ${quoted(given)} is missing. Put it back, or copy the rows into a new export.`,
  column_twice: ({ given }) => `The column ${quoted(given)} is there twice. Remove one of them.`,
  cells_merged: () => 'Some cells are merged. Split them: one row, one text.',
  key_missing: () => 'The key is missing. Copy it from the export.',
  key_unknown: () => 'This text does not exist, or no longer does.',
  two_differ: ({ given, expected }) =>
    `Two different wishes for this text: ${given ?? ''}; ${expected ?? ''}. Decide which one.`,
  fingerprint_missing: () => 'The fingerprint is missing or has changed. Copy it from the export.',
  french_changed: ({ given, expected }) =>
    `The French has changed since the export. It said ${quoted(given)}, it now says ${quoted(expected)}.`,
  text_changed: ({ given, expected }) =>
    expected === undefined
      ? `Somebody changed this text at the same moment; the file says ${quoted(given)}.`
      : `The text has changed since the export. It says ${quoted(expected)}${given === '' ? '' : `, the file ${quoted(given)}`}.`,
  not_text: ({ given }) =>
    `The cell ${quoted(given)} holds a date or a calculation. Format it as text and write it again.`,
  formula: ({ given }) => `Begins like a formula (${given ?? ''}). Write it as a text.`,
  invisible: ({ given }) => `Contains a character that nobody can see (${given ?? ''}). Write it again.`,
  look_alike: ({ given }) => `${quoted(given)} only looks like a letter of the alphabet. Write ɛ ɔ ɲ ŋ or s.`,
  tone: ({ given }) => `${quoted(given)} carries a tone. Tones are not written.`,
  placeholder_broken: ({ given }) => `The braces are not closed. To be kept as it is: ${given ?? ''}`,
  placeholder_missing: ({ given }) => `${given ?? ''} is missing. Put it in its place.`,
  placeholder_added: ({ given }) => `${given ?? ''} is not in the French.`,
  too_long: ({ given, expected }) => `${given ?? ''} characters: a button shows ${expected ?? ''}.`,
  empty: () => 'Write a text.',
  verdict_unclear: ({ given }) => `${quoted(given)} is neither “oui” nor “non”.`,
  reviewer_missing: () => 'It is not known who reviewed this. Write a name.',
  verdict_missing: () => 'Corrected, but neither approved nor refused: kept as “to review”.',
  french_edited: () => 'The French was changed in the file: it cannot be changed this way.',
  term_deviates: ({ given, expected }) => `Says ${quoted(given)}; the chosen word is ${quoted(expected)}.`,
  accent: ({ given }) => `${quoted(given)} is French, or a tone. Tones are not written.`,
};
