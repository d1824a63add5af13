import type { Cell } from './rows.ts';

/** Pulls between rows until lines are nearly straight; more changes nothing anybody sees. */
const PULLS = 24;
/** How much more a line keeps straight on than it bends to a box. */
const STRAIGHT = 8;
/** Room between neighbours in a row. */
const GAP = 26;

/** Where the middle of each cell stands across the map; the leftmost edge is at 0. */
export function across(rows: readonly (readonly Cell[])[]): Map<Cell, number> {
  const at = new Map<Cell, number>();
  for (const row of rows) settle(row, at, () => 0);
  for (let pull = 0; pull < PULLS; pull += 1) {
    const down = pull % 2 === 0;
    const last = pull >= PULLS - 2;
    for (const row of down ? rows : [...rows].reverse())
      settle(row, at, (cell) => wished(cell, at, last ? 'both' : down ? 'up' : 'down'));
  }
  const left = Math.min(...[...at].map(([cell, x]) => x - cell.width / 2));
  return new Map([...at].map(([cell, x]) => [cell, x - left]));
}

function wished(cell: Cell, at: ReadonlyMap<Cell, number>, side: 'up' | 'down' | 'both'): number {
  let [sum, weight] = [0, 0];
  for (const other of side === 'both' ? [...cell.up, ...cell.down] : cell[side]) {
    const pull = cell.box === undefined && other.box === undefined ? STRAIGHT : 1;
    sum += pull * (at.get(other) ?? 0);
    weight += pull;
  }
  return weight === 0 ? (at.get(cell) ?? 0) : sum / weight;
}

/**
 * Puts the cells of a row as near as can be (least squares) to where they wish to be, in their order and with room
 * between them: neighbours that would overlap are moved together (pool adjacent violators).
 */
function settle(row: readonly Cell[], at: Map<Cell, number>, wish: (cell: Cell) => number): void {
  let reach = 0;
  const offsets = row.map((cell, nth) => {
    const before = row[nth - 1];
    if (before !== undefined) reach += (before.width + cell.width) / 2 + GAP;
    return reach;
  });
  const groups: { sum: number; weight: number; count: number }[] = [];
  row.forEach((cell, nth) => {
    // Lines are pulled straight before boxes are.
    const weight = cell.box === undefined ? 3 : 1;
    let group = { sum: weight * (wish(cell) - (offsets[nth] ?? 0)), weight, count: 1 };
    for (let last = groups.at(-1); last && mean(last) >= mean(group); last = groups.at(-1)) {
      groups.pop();
      group = {
        sum: last.sum + group.sum,
        weight: last.weight + group.weight,
        count: last.count + group.count,
      };
    }
    groups.push(group);
  });
  let nth = 0;
  for (const group of groups)
    for (let left = group.count; left > 0; left -= 1, nth += 1) {
      const cell = row[nth];
      if (cell !== undefined) at.set(cell, Math.round(mean(group) + (offsets[nth] ?? 0)));
    }
}

const mean = ({ sum, weight }: { sum: number; weight: number }): number => sum / weight;
