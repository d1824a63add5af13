import type { Span } from './ranks.ts';

/** A box in its row, or a place a long line passes through. */
export interface Cell {
  /** The box; a place of a line has none. */
  box?: number;
  rank: number;
  width: number;
  up: Cell[];
  down: Cell[];
}

export interface Rows {
  rows: Cell[][];
  /** Of each span, the cells it runs through, both boxes included, from above to below. */
  runs: Cell[][];
}

/** A line needs this much room between boxes. */
const LINE_WIDTH = 10;

/**
 * Puts boxes and lines into rows. Lines that lead to the same box share their way from where they meet: a question that
 * gives up is one of many that lead to the same words, and they are drawn as one.
 */
export function rowsOf(
  widths: readonly number[],
  ranks: readonly number[],
  spans: readonly (Span & { turned: boolean })[],
): Rows {
  const cells = widths.map((width, box): Cell => ({ box, rank: ranks[box] ?? 0, width, up: [], down: [] }));
  const rows: Cell[][] = [];
  const put = (cell: Cell): Cell => {
    (rows[cell.rank] ??= []).push(cell);
    return cell;
  };
  for (const cell of cells) put(cell);
  const shared = new Map<string, Cell>();
  const passing = (end: number, turned: boolean, rank: number): Cell => {
    const name = `${end} ${turned} ${rank}`;
    const known = shared.get(name) ?? put({ rank, width: LINE_WIDTH, up: [], down: [] });
    shared.set(name, known);
    return known;
  };
  const runs = spans.map(({ from, to, turned }): Cell[] => {
    const [above, below] = [cells[from], cells[to]];
    if (above === undefined || below === undefined) return [];
    if (above === below) return [above];
    // What lines share is the way to where they really lead.
    const end = turned ? from : to;
    const between: Cell[] = [];
    for (let rank = above.rank + 1; rank < below.rank; rank += 1) between.push(passing(end, turned, rank));
    const run = [above, ...between, below];
    run.forEach((cell, nth) => {
      const next = run[nth + 1];
      if (next !== undefined && !cell.down.includes(next)) {
        cell.down.push(next);
        next.up.push(cell);
      }
    });
    return run;
  });
  return { rows, runs };
}
