/** One row that may become somebody the campaign writes to. Names are not among it: they are not needed, and not kept. */
export interface Contact {
  /** `+` and 7 to 15 digits; class A. */
  phone: string;
  /** Absent where the file does not say. */
  lang?: string;
  /** Slug of a region or cercle. */
  place?: string;
  labels: string[];
  /** Where they said yes. */
  proof: { day: string; source: string; wording: string };
}

/** Why a row is refused, or left out; each has its words. */
export const ROW_REASONS = [
  'no_phone',
  'bad_phone',
  'twice',
  'bad_lang',
  'bad_place',
  'bad_labels',
  'no_date',
  'bad_date',
  'future_date',
  'no_source',
  'no_wording',
  'too_long',
  'known',
  'stopped',
  'erased',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

/** Which column a reason is about; `row`: all of it. */
export const COLUMNS = ['phone', 'lang', 'place', 'labels', 'date', 'source', 'wording'] as const;
export type Column = (typeof COLUMNS)[number];

/** `row` counts as a spreadsheet does, the heads being 1. Nothing of the row itself is in it. */
export interface RowFault {
  row: number;
  column: Column | 'row';
  reason: RowReason;
}

/** Why a file is refused as a whole. */
export const FILE_REASONS = [
  'empty',
  'not_a_table',
  'quote_open',
  'cell_too_long',
  'too_many_columns',
  'too_many_rows',
  'column_missing',
  'column_twice',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/** A file that cannot be read at all. */
export class FileRefused extends Error {
  readonly reason: FileReason;
  /** The column or row it is about. */
  readonly at: string;

  constructor(reason: FileReason, at = '') {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

/** A line of a table: its number, and what stands in it. */
export interface Line {
  row: number;
  cells: string[];
}
