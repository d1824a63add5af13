/** What is wrong with a file of corrections; an error keeps its text out, a warning lets it in. */
export const PROBLEMS = {
  file_too_large: 'error',
  file_unreadable: 'error',
  not_utf8: 'error',
  no_sheet: 'error',
  no_column: 'error',
  column_twice: 'error',
  cells_merged: 'error',
  key_missing: 'error',
  key_unknown: 'error',
  two_differ: 'error',
  fingerprint_missing: 'error',
  french_changed: 'error',
  text_changed: 'error',
  not_text: 'error',
  formula: 'error',
  invisible: 'error',
  look_alike: 'error',
  tone: 'error',
  placeholder_broken: 'error',
  placeholder_missing: 'error',
  placeholder_added: 'error',
  too_long: 'error',
  empty: 'error',
  verdict_unclear: 'error',
  reviewer_missing: 'error',
  verdict_missing: 'warning',
  french_edited: 'warning',
  term_deviates: 'warning',
  accent: 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One of them, at its place; who shows it has the words. */
export interface Problem {
  code: ProblemCode;
  /** File, sheet and line. */
  at: string;
  /** The text it is about; empty where it is about the whole file. */
  id: string;
  /** What was found. */
  given?: string;
  /** What was expected, or stands there now. */
  expected?: string;
}

export const isError = ({ code }: Problem): boolean => PROBLEMS[code] === 'error';
