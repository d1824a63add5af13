import type { RowFault } from '../reading/contact.ts';

/**
 * `checked`: read, nobody was written down. `running`: they are being brought, in the background. `undoing`: who came only
 * by it and has not written is being taken away.
 */
export const IMPORT_STATES = ['checked', 'running', 'done', 'undoing', 'undone', 'dropped'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A file as it was read; no number and no name of anybody is in it. */
export interface ContactImport {
  id: string;
  org: string;
  /** Account of who brought it. */
  by: string;
  state: ImportState;
  /** Day it was read, `YYYY-MM-DD`. */
  day: string;
  channel: string;
  rows: number;
  /** Those that may become contacts. */
  good: number;
  /** Rows by reason. */
  refused: Partial<Record<RowFault['reason'], number>>;
  /** The first of them, for the file of errors. */
  faults: RowFault[];
  /** How many pages of rows were put away, and which is next. */
  pages: number;
  next: number;
}

/** Rows in the file of errors; a file that is worse is another file. */
export const MOST_FAULTS = 20_000;
