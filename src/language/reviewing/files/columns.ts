import { SHEET_FR } from '../sheet-words.fr.ts';

export type ColumnName = keyof typeof SHEET_FR.columns;

/** The columns of the sheet in their order, with a width in characters; the reviewer writes in those that are `theirs`. */
export const COLUMNS: readonly { name: ColumnName; width: number; theirs?: true }[] = [
  { name: 'id', width: 18 },
  { name: 'where', width: 26 },
  { name: 'french', width: 42 },
  { name: 'text', width: 42 },
  { name: 'corrected', width: 42, theirs: true },
  { name: 'approved', width: 12, theirs: true },
  { name: 'remark', width: 28, theirs: true },
  { name: 'by', width: 16, theirs: true },
  { name: 'max', width: 12 },
  { name: 'placeholders', width: 18 },
  { name: 'doubts', width: 42 },
  { name: 'terms', width: 48 },
  { name: 'state', width: 18 },
  { name: 'print', width: 30 },
];

/** Without these nothing can be taken from a sheet. */
export const NEEDED: readonly ColumnName[] = ['id', 'corrected', 'approved', 'print'];
