import type { Cell } from './rows.ts';

/** Sweeps down and up; flows of 60 steps stop gaining after about eight. */
const SWEEPS = 12;

/**
 * Orders each row so that few lines cross: every cell goes to the middle of those it is tied to in the row before
 * (the barycentre of Sugiyama, Tagawa and Toda, 1981), row by row, down and up; the best order seen is kept.
 */
export function ordered(rows: readonly (readonly Cell[])[]): Cell[][] {
  let now = rows.map((row) => [...row]);
  let best = now;
  let fewest = crossings(now);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    now = swept(now, sweep % 2 === 0);
    const crossed = crossings(now);
    if (crossed < fewest) [best, fewest] = [now, crossed];
  }
  return best;
}

function swept(rows: readonly Cell[][], down: boolean): Cell[][] {
  const next = rows.map((row) => [...row]);
  const ranks = next.map((_, rank) => rank);
  if (!down) ranks.reverse();
  for (const rank of ranks.slice(1)) {
    const before = placesIn(next[down ? rank - 1 : rank + 1] ?? []);
    const row = next[rank] ?? [];
    const wish = new Map(row.map((cell, at) => [cell, middle(down ? cell.up : cell.down, before) ?? at]));
    // `sort` is stable: what wishes the same keeps its order, and the same flow is always drawn the same.
    next[rank] = [...row].sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
  }
  return next;
}

const placesIn = (row: readonly Cell[]): Map<Cell, number> => new Map(row.map((cell, at) => [cell, at]));

function middle(tied: readonly Cell[], places: ReadonlyMap<Cell, number>): number | undefined {
  if (tied.length === 0) return undefined;
  return tied.reduce((sum, cell) => sum + (places.get(cell) ?? 0), 0) / tied.length;
}

/** How often two lines cross between neighbouring rows. */
function crossings(rows: readonly (readonly Cell[])[]): number {
  let crossed = 0;
  rows.forEach((row, rank) => {
    const places = placesIn(rows[rank + 1] ?? []);
    const ends = row.map((cell) => cell.down.map((below) => places.get(below) ?? 0));
    ends.forEach((mine, at) => {
      for (const others of ends.slice(at + 1))
        for (const a of mine) for (const b of others) if (b < a) crossed += 1;
    });
  });
  return crossed;
}
