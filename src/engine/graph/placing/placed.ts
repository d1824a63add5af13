import { across } from './across.ts';
import { ordered } from './order.ts';
import { ranksOf } from './ranks.ts';
import { type Cell, rowsOf } from './rows.ts';

export interface Box {
  id: string;
  width: number;
  height: number;
}

export interface Line {
  from: string;
  to: string;
}

export interface Point {
  x: number;
  y: number;
}

/** Where everything stands: `x` and `y` of a box are its upper left corner; a line runs through its points in order. */
export interface Placed {
  width: number;
  height: number;
  boxes: ReadonlyMap<string, Point>;
  /** One for each line, in the order given. */
  lines: readonly (readonly Point[])[];
}

/** Room between rows: a line's name and count stand in it. */
const ROW_GAP = 52;
const MARGIN = 16;

/**
 * Lays boxes out in rows, so that lines lead down and few cross; a line to a box earlier in the list leads up.
 * The same for the same, on every machine. Lines between unknown boxes are left out.
 */
export function placed(boxes: readonly Box[], lines: readonly Line[]): Placed {
  const index = new Map(boxes.map(({ id }, at) => [id, at]));
  const spans = lines.map(({ from, to }) => {
    const [a, b] = [index.get(from) ?? 0, index.get(to) ?? 0];
    return a <= b ? { from: a, to: b, turned: false } : { from: b, to: a, turned: true };
  });
  const ranks = ranksOf(
    boxes.length,
    spans.filter(({ from, to }) => from !== to),
  );
  const { rows, runs } = rowsOf(
    boxes.map(({ width }) => width),
    ranks,
    spans,
  );
  const sorted = ordered(rows);
  const x = across(sorted);
  const tops = topsOf(sorted, boxes);
  const middles = sorted.flat();
  const corners = new Map<string, Point>();
  for (const cell of middles) {
    const box = cell.box === undefined ? undefined : boxes[cell.box];
    if (box === undefined) continue;
    corners.set(box.id, { x: MARGIN + (x.get(cell) ?? 0) - box.width / 2, y: tops.get(cell.rank)?.top ?? 0 });
  }
  const end = [...tops.values()].at(-1);
  return {
    width: Math.max(0, ...middles.map((cell) => (x.get(cell) ?? 0) + cell.width / 2)) + 2 * MARGIN,
    height: (end?.bottom ?? 0) + MARGIN,
    boxes: corners,
    lines: runs.map((run, nth) => {
      const way = wayOf(run, boxes, { x, tops });
      return spans[nth]?.turned === true ? way.reverse() : way;
    }),
  };
}

type Tops = ReadonlyMap<number, { top: number; bottom: number }>;

function topsOf(rows: readonly (readonly Cell[])[], boxes: readonly Box[]): Tops {
  const tops = new Map<number, { top: number; bottom: number }>();
  let top = MARGIN;
  rows.forEach((row, rank) => {
    const heights = row.map(({ box }) => (box === undefined ? 0 : (boxes[box]?.height ?? 0)));
    const bottom = top + Math.max(0, ...heights);
    tops.set(rank, { top, bottom });
    top = bottom + ROW_GAP;
  });
  return tops;
}

/** A line passes a row straight down, and bends between rows only. */
function wayOf(
  run: readonly Cell[],
  boxes: readonly Box[],
  { x, tops }: { x: ReadonlyMap<Cell, number>; tops: Tops },
): Point[] {
  if (run.length === 1) return loopOf(run, boxes, { x, tops });
  return run.flatMap((cell, nth) => {
    const middle = MARGIN + (x.get(cell) ?? 0);
    const { top, bottom } = tops.get(cell.rank) ?? { top: 0, bottom: 0 };
    const own = top + (cell.box === undefined ? 0 : (boxes[cell.box]?.height ?? 0));
    if (nth === 0) return [{ x: middle, y: own }];
    if (nth === run.length - 1) return [{ x: middle, y: top }];
    return top === bottom
      ? [{ x: middle, y: top }]
      : [
          { x: middle, y: top },
          { x: middle, y: bottom },
        ];
  });
}

/** Out at the right side and in again above. */
function loopOf(
  [cell]: readonly Cell[],
  boxes: readonly Box[],
  { x, tops }: { x: ReadonlyMap<Cell, number>; tops: Tops },
): Point[] {
  const box = cell?.box === undefined ? undefined : boxes[cell.box];
  if (cell === undefined || box === undefined) return [];
  const right = MARGIN + (x.get(cell) ?? 0) + box.width / 2;
  const top = tops.get(cell.rank)?.top ?? 0;
  return [
    { x: right, y: top + box.height * 0.75 },
    { x: right + MARGIN, y: top + box.height / 2 },
    { x: right, y: top + box.height / 4 },
  ];
}
