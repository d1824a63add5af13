import { type Contact, FileRefused, type Line, type RowFault } from './contact.ts';
import { csvLines } from './csv-lines.ts';
import { columnsOf } from './heads.ts';
import { readRow, type RowDeps } from './read-row.ts';
import { type Bytes, headOf } from './text-of.ts';
import { isArchive, workbookLines } from './workbook-lines.ts';

/** More is several campaigns; each number once stays a few megabytes. */
export const MOST_ROWS = 200_000;
/** Rows that are looked up and put away at once. */
export const PAGE = 500;

export interface ReadDeps extends Omit<RowDeps, 'columns'> {
  /** Which of these are known already, have said stop, or were erased: by their place in the list. */
  known: (phones: readonly string[]) => Promise<readonly ('known' | 'stopped' | 'erased' | undefined)[]>;
}

/** What a page of rows came to. */
export interface ReadPage {
  contacts: Contact[];
  faults: RowFault[];
  rows: number;
}

/**
 * Reads a file of contacts page by page, CSV or workbook as its bytes tell; what is kept of it meanwhile is a page and the
 * numbers that have come, to find the ones that come twice.
 * @throws FileRefused where it is no such file, also in the middle of it
 */
export async function* readContacts(bytes: Bytes, deps: ReadDeps): AsyncGenerator<ReadPage> {
  let columns: RowDeps['columns'] | undefined;
  const seen = new Set<string>();
  let page: Read[] = [];
  let rows = 0;
  for await (const line of await linesOf(bytes)) {
    if (columns === undefined) {
      columns = columnsOf(line.cells);
      continue;
    }
    rows += 1;
    if (rows > MOST_ROWS) throw new FileRefused('too_many_rows', String(MOST_ROWS));
    page.push(once(line, { ...deps, columns }, seen));
    if (page.length < PAGE) continue;
    yield await settled(page, deps);
    page = [];
  }
  if (columns === undefined) throw new FileRefused('empty');
  yield await settled(page, deps);
}

interface Read {
  row: number;
  is: Contact | RowFault;
}

function once(line: Line, deps: RowDeps, seen: Set<string>): Read {
  const is = readRow(line, deps);
  if ('reason' in is) return { row: line.row, is };
  if (seen.has(is.phone)) return { row: line.row, is: { row: line.row, column: 'phone', reason: 'twice' } };
  seen.add(is.phone);
  return { row: line.row, is };
}

async function settled(page: readonly Read[], { known }: ReadDeps): Promise<ReadPage> {
  const good = page.flatMap(({ row, is }) => ('reason' in is ? [] : [{ row, contact: is }]));
  const found = await known(good.map(({ contact }) => contact.phone));
  const fresh: Contact[] = [];
  const faults = page.flatMap(({ is }) => ('reason' in is ? [is] : []));
  for (const [at, { row, contact }] of good.entries()) {
    const reason = found[at];
    if (reason === undefined) fresh.push(contact);
    else faults.push({ row, column: 'phone', reason });
  }
  return { contacts: fresh, faults: faults.sort((one, other) => one.row - other.row), rows: page.length };
}

async function linesOf(bytes: Bytes): Promise<AsyncIterable<Line>> {
  return isArchive(await headOf(bytes)) ? workbookLines(await whole(bytes)) : csvLines(bytes);
}

/** A workbook packs well: what is larger than this unpacks to more than is read of it. */
const LARGEST_WORKBOOK = 16 * 1024 * 1024;

async function whole(bytes: Bytes): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes()) {
    size += chunk.length;
    if (size > LARGEST_WORKBOOK) throw new FileRefused('too_many_rows', String(MOST_ROWS));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
