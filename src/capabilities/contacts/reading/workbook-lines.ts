import readExcel from 'read-excel-file/node';
import { zipMembers } from '../../../language/reviewing/index.ts';
import { FileRefused, type Line } from './contact.ts';
import { LONGEST_CELL, MOST_COLUMNS } from './csv-lines.ts';

/** Entities grow when they are read; no program writes them into a workbook. */
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu;

/** Whether these bytes are an archive, as a workbook is. */
export const isArchive = ([one, other]: readonly (number | undefined)[]): boolean =>
  one === 0x50 && other === 0x4b;

/**
 * The lines of a workbook's first sheet. It is unpacked in memory, 24 MB at most: a longer list comes as CSV.
 * @throws FileRefused `not_a_table` for a bomb, an encrypted one, or what no spreadsheet wrote
 */
export async function* workbookLines(bytes: Buffer): AsyncGenerator<Line> {
  const members = zipMembers(bytes);
  if (members?.has('xl/workbook.xml') !== true) throw new FileRefused('not_a_table');
  for (const member of members.values())
    if (DOCTYPE.test(member.toString('latin1'))) throw new FileRefused('not_a_table');
  const sheets = await readExcel(bytes, { parseNumber: (digits: string) => digits }).catch(() => {
    throw new FileRefused('not_a_table');
  });
  for (const [index, data] of (sheets[0]?.data ?? []).entries()) {
    const row = index + 1;
    if (data.length > MOST_COLUMNS) throw new FileRefused('too_many_columns', String(row));
    const cells = data.map(plain);
    if (cells.some((cell) => cell.length > LONGEST_CELL)) throw new FileRefused('cell_too_long', String(row));
    if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
  }
}

const plain = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
};
