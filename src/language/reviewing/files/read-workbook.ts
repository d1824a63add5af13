import readExcel, { type Sheet } from 'read-excel-file/node';
import type { Problem } from '../problem.ts';
import { readPrint } from '../print.ts';
import type { Correction } from '../review-row.ts';
import { SHEET_FR } from '../sheet-words.fr.ts';
import { type ColumnName, NEEDED } from './columns.ts';
import { type Inside, lookInside } from './look-inside.ts';
import { type ReadBack, refusedFile } from './read-back.ts';

type Sheets = Sheet<string>[];
type Cells = Sheets[number]['data'];
type Line = Cells[number];

/**
 * Reads a workbook that came back. Columns are found by their heads, wherever they stand; hidden ones too.
 * @param name of the file, for whoever must find a line again
 */
export async function readWorkbook(bytes: Buffer, name: string): Promise<ReadBack> {
  const inside = lookInside(bytes);
  if (typeof inside === 'string') return refusedFile(inside, name);
  const sheets = await readExcel(bytes, { trim: false, parseNumber: asTyped }).catch(() => undefined);
  if (sheets === undefined) return refusedFile('file_unreadable', name);
  const found = sheets.find(({ sheet }) => folded(sheet) === folded(SHEET_FR.sheets.texts));
  if (found === undefined) return refusedFile('no_sheet', name, SHEET_FR.sheets.texts);
  const place = `${name}, ${found.sheet}`;
  const { merged = false, formulas } = inside.get(found.sheet) ?? {};
  // A merged cell has lost what stood under it, and nobody can say in which line it belongs.
  if (merged) return refusedFile('cells_merged', place);
  const columns = columnsOf(found.data[0] ?? [], place);
  if ('problems' in columns) return columns;
  return linesOf(found.data, { place, columns, by: nameIn(sheets), formulas });
}

type Columns = ReadonlyMap<ColumnName, number>;

function columnsOf(heads: Line, place: string): Columns | ReadBack {
  const columns = new Map<ColumnName, number>();
  for (const [name, head] of Object.entries(SHEET_FR.columns) as [ColumnName, string][]) {
    const standing = heads.flatMap((cell, index) => (folded(cell) === folded(head) ? [index] : []));
    if (standing.length > 1) return refusedFile('column_twice', place, head);
    if (standing[0] !== undefined) columns.set(name, standing[0]);
    else if (NEEDED.includes(name)) return refusedFile('no_column', place, head);
  }
  return columns;
}

interface Around {
  place: string;
  columns: Columns;
  /** The name on the first sheet. */
  by: string;
  formulas: Inside['formulas'] | undefined;
}

function linesOf(data: Cells, around: Around): ReadBack {
  const corrections: Correction[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of data.entries()) {
    if (index === 0 || line.every((cell) => plain(cell).trim() === '')) continue;
    const read = lineOf(line, index + 1, around);
    if ('code' in read) problems.push(read);
    else corrections.push(read);
  }
  return { corrections, problems };
}

function lineOf(line: Line, row: number, { place, columns, by, formulas }: Around): Correction | Problem {
  const at = `${place}, ${row}`;
  const cell = (name: ColumnName): string => {
    const column = columns.get(name);
    return column === undefined ? '' : plain(line[column]);
  };
  const id = cell('id').trim();
  const written = WRITTEN.map(cell).some((words) => words.trim() !== '');
  if (id === '') return { code: 'key_missing', at, id };
  for (const name of WRITTEN) {
    const column = columns.get(name) ?? 0;
    if (formulas?.has(`${letters(column)}${row}`) === true)
      return { code: 'formula', at, id, given: SHEET_FR.columns[name] };
    if (line[column] instanceof Date) return { code: 'not_text', at, id, given: SHEET_FR.columns[name] };
  }
  const verdict = verdictIn(cell('approved'));
  if (verdict === undefined) return { code: 'verdict_unclear', at, id, given: cell('approved').slice(0, 40) };
  const seen = readPrint(cell('print'));
  // A line nobody wrote in asks for nothing, whatever became of it.
  if (seen === undefined && written) return { code: 'fingerprint_missing', at, id };
  return {
    ...{ id, at, verdict, text: cell('corrected'), remark: cell('remark'), french: cell('french') },
    by: cell('by').trim() === '' ? by : cell('by'),
    seen: { french: seen?.french ?? '', text: seen?.text ?? '' },
  };
}

const WRITTEN = ['corrected', 'approved', 'remark', 'by'] as const;

/** What a person writes for yes and no; anything else is asked back. */
function verdictIn(cell: string): Correction['verdict'] | undefined {
  const word = folded(cell).replace(/[.!]+$/u, '');
  if (word === '') return 'none';
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : undefined;
}

const YES = new Set(['oui', 'o', 'ok', 'x', 'yes', 'y', 'awɔ', 'ɔwɔ', 'awo', '1', 'true', 'vrai', '✓', '✔']);
const NO = new Set(['non', 'n', 'no', 'ayi', '0', 'false', 'faux']);

/** The name beside "Votre nom" on the first sheet. */
function nameIn(sheets: Sheets): string {
  const guide = sheets.find(({ sheet }) => folded(sheet) === folded(SHEET_FR.sheets.guide));
  for (const line of guide?.data ?? []) {
    const at = line.findIndex((cell) => folded(cell) === folded(SHEET_FR.yourName));
    if (at !== -1) return plain(line[at + 1]);
  }
  return '';
}

/** Digits of a text stay as they were typed. */
const asTyped = (digits: string): string => digits;

const plain = (cell: Line[number] | undefined): string =>
  cell === null || cell === undefined || cell instanceof Date ? '' : String(cell);

const folded = (cell: Line[number] | undefined): string =>
  plain(cell)
    .normalize('NFC')
    .replace(/[\s’']+/gu, ' ')
    .trim()
    .toLowerCase();

/** `A`, `B`, … `Z`, `AA`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
