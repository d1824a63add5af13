import { FileRefused, type Line } from './contact.ts';
import { type Bytes, textOf } from './text-of.ts';

/** The longest wording of an opt-in is a paragraph. */
export const LONGEST_CELL = 2000;
/** People keep other columns beside ours; more is no list of contacts. */
export const MOST_COLUMNS = 60;
/** Heads of all columns fit into it. */
const LONGEST_HEAD = 8000;
const SEPARATORS = [';', ',', '\t'] as const;

/**
 * The lines of a CSV file as they come, never more of it in memory than a piece and a line: quoted or plain cells,
 * whichever of `;`, `,` and tab its heads are separated by.
 * @throws FileRefused with the row where it stops being a table
 */
export async function* csvLines(bytes: Bytes): AsyncGenerator<Line> {
  let table: Table | undefined;
  let head = '';
  for await (const text of textOf(bytes)) {
    if (table !== undefined) {
      yield* table.take(text);
      continue;
    }
    head += text;
    const whole = /^[^\r\n]*[\r\n]/u.test(head);
    if (!whole && head.length < LONGEST_HEAD) continue;
    table = new Table(separatorOf(head));
    yield* table.take(head);
  }
  table ??= new Table(separatorOf(head));
  if (head.length < LONGEST_HEAD && !/[\r\n]/u.test(head)) yield* table.take(head);
  yield* table.end();
}

/** The one that stands most often in the heads, outside of quotes. */
function separatorOf(head: string): string {
  const [line = ''] = head.split(/[\r\n]/u, 1);
  const plain = line.replace(/"[^"]*"/gu, '');
  const times = (separator: string): number => plain.split(separator).length;
  return SEPARATORS.reduce((best: string, each) => (times(each) > times(best) ? each : best), SEPARATORS[0]);
}

/** Where the reading of a table stands between two pieces of it. */
class Table {
  readonly #separator: string;
  #row = 1;
  #cells: string[] = [];
  #cell = '';
  /** `plain`: outside of quotes; `closed`: a quote came, which ends the cell or stands for itself. */
  #at: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #afterReturn = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  *take(text: string): Generator<Line> {
    for (const char of text) {
      if (this.#afterReturn && char === '\n') {
        this.#afterReturn = false;
        continue;
      }
      this.#afterReturn = false;
      if (this.#at === 'quoted') {
        if (char === '"') this.#at = 'closed';
        else this.#add(char);
      } else if (this.#at === 'closed' && char === '"') {
        this.#add(char);
        this.#at = 'quoted';
      } else if (char === '"' && this.#at === 'start') this.#at = 'quoted';
      else if (char === this.#separator) this.#endCell();
      else if (char === '\n' || char === '\r') {
        this.#afterReturn = char === '\r';
        yield* this.#endLine();
      } else {
        this.#add(char);
        if (this.#at === 'start') this.#at = 'plain';
      }
    }
  }

  *end(): Generator<Line> {
    if (this.#at === 'quoted') throw new FileRefused('quote_open', String(this.#row));
    if (this.#cells.length > 0 || this.#cell !== '') yield* this.#endLine();
  }

  #add(char: string): void {
    // An open quote would take the rest of the file for one cell.
    if (this.#cell.length >= LONGEST_CELL)
      throw new FileRefused(this.#at === 'quoted' ? 'quote_open' : 'cell_too_long', String(this.#row));
    this.#cell += char;
  }

  #endCell(): void {
    if (this.#cells.length >= MOST_COLUMNS) throw new FileRefused('too_many_columns', String(this.#row));
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#at = 'start';
  }

  *#endLine(): Generator<Line> {
    this.#endCell();
    const line = { row: this.#row, cells: this.#cells };
    this.#cells = [];
    this.#row += 1;
    if (line.cells.some((cell) => cell.trim() !== '')) yield line;
  }
}
