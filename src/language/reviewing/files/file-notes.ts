import type { TermChoice } from '../../speaking/terms-file.ts';

/** What a file says of itself. */
export interface FileNotes {
  lang: string;
  /** When it was made, `YYYY-MM-DD`. */
  day: string;
  choices: readonly TermChoice[];
}
