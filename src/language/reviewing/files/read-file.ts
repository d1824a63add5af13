import { type ReadBack, refusedFile } from './read-back.ts';
import { readPo } from './read-po.ts';
import { readWorkbook } from './read-workbook.ts';

/** A workbook of all texts has some 100 kB. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file of corrections, a workbook or a PO file; what it is shows in its first bytes, not in its name.
 * @param name as its reader knows it, for the places of problems
 */
export async function readCorrections(bytes: Buffer, name: string): Promise<ReadBack> {
  if (bytes.length > MAX_FILE_BYTES) return refusedFile('file_too_large', name);
  if (bytes.subarray(0, 4).equals(ZIP)) return readWorkbook(bytes, name);
  // An old workbook (.xls), a picture, a program: none of them is text.
  if (bytes.length === 0 || bytes.includes(0)) return refusedFile('file_unreadable', name);
  return readPo(bytes, name);
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
