import { refusal } from '../../domain/faults.ts';

/** A table with a header row (RFC 4180) as records; `row` counts as a spreadsheet does, the header being 1. */
export function readTable(csv: string, name: string, columns: readonly string[]): TableRow[] {
  const [header = [], ...rows] = cellsOf(csv.replace(/^\u{FEFF}/u, ''), name);
  const absent = columns.filter((column) => !header.includes(column));
  if (absent.length > 0)
    throw refusal('table_invalid', `${name}: has no column ${absent.join(', ')}; is it the right file?`);
  return rows.map((cells, index) => ({
    row: index + 2,
    cell: (column) => cells[header.indexOf(column)] ?? '',
  }));
}

export interface TableRow {
  row: number;
  cell: (column: string) => string;
}

/** A table as text, for a file that is committed: one line a record, no byte order mark. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A cell (quoted or plain) and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu;

function cellsOf(csv: string, name: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  for (const { index, 0: all, 1: inQuotes, 2: plain = '', 3: end } of csv.matchAll(CELL)) {
    if (index !== at) throw oddQuote(name, rows.length + 1);
    at += all.length;
    if (all === '' && cells.length === 0) break;
    cells.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

const oddQuote = (name: string, row: number) =>
  refusal(
    'table_invalid',
    `${name}, row ${row}: a quote is not closed, or stands within a plain cell; check the file.`,
  );
