import { csv, fileRows, type Found, type ListColumn } from '../kit/index.ts';
import type { StaffAnswer } from './route.ts';

/** A table as a file that spreadsheets open. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): StaffAnswer => ({
  kind: 'file',
  name,
  type: 'text/csv; charset=utf-8',
  body: csv(rows),
});

/** Exactly what a list found, on all its pages. @param name without its ending */
export const listFile = <Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  { all }: Pick<Found<Row>, 'all'>,
): StaffAnswer => csvFile(`${name}.csv`, fileRows(columns, all));
