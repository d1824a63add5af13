import { csv } from '../kit/index.ts';
import type { StaffAnswer } from './route.ts';

/** A table as a file that spreadsheets open. */
export const csvFile = (name: string, rows: readonly (readonly string[])[]): StaffAnswer => ({
  kind: 'file',
  name,
  type: 'text/csv; charset=utf-8',
  body: csv(rows),
});
