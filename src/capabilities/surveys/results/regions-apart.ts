import { isSmall, STAFF_K } from './suppression.ts';

/** Counts of one question: a row a line, a column a region; `nowhere`: of people who named no place, a number a row. */
export interface Apart {
  rows: readonly (readonly number[])[];
  nowhere: readonly number[];
  /** Rows that are hidden in the whole. */
  hiddenInWhole: ReadonlySet<number>;
  /** Several lines may be one person's: they add up to nothing. */
  overlap: boolean;
  /** Persons of each region who answered. */
  bases: readonly number[];
}

/** Whether a cell is hidden, by row and column. */
export type Covered = readonly (readonly boolean[])[];

/**
 * Which cells of a question by region are hidden, so that none of 1 to 4 persons can be worked out from the others
 * together with the whole (docs/decisions/small-counts.md): every row adds up to a number other roles see, and every
 * region may be open to somebody. Rows and columns are closed in turn until nothing is left to hide. Regions with few
 * answers are all hidden: a reader cannot tell their people from those who named no place.
 */
export function regionsApart({ rows, nowhere, hiddenInWhole, overlap, bases }: Apart): Covered {
  const isTiny = (column: number): boolean => (bases[column] ?? 0) < STAFF_K;
  const covered = rows.map((row, at) =>
    row.map((count, column) => {
      const few = overlap && isSmall((bases[column] ?? 0) - count);
      return hiddenInWhole.has(at) || isTiny(column) || isSmall(count) || few;
    }),
  );
  const large = [...bases.keys()].filter((column) => !isTiny(column));
  const lines: Line[] = rows.map((row, at) => ({
    cells: large.map((column) => ({ at, column })),
    rest: row.reduce((sum, count, column) => (isTiny(column) ? sum + count : sum), nowhere[at] ?? 0),
  }));
  const columns: Line[] = overlap
    ? []
    : large.map((column) => ({ cells: rows.map((_row, at) => ({ at, column })), rest: 0 }));
  for (let again = true; again; ) {
    again = false;
    for (const { cells, rest } of [...lines, ...columns]) {
      const counts = cells.map(({ at, column }) => rows[at]?.[column] ?? 0);
      const hidden = cells.map(({ at, column }) => covered[at]?.[column] === true);
      for (const next of nextToCover(counts, hidden, rest)) {
        const { at, column } = cells[next] ?? { at: -1, column: -1 };
        covered[at]?.splice(column, 1, true);
        again = true;
      }
    }
  }
  return covered;
}

/** Cells with a known sum; `rest`: what of it lies in cells nobody ever sees. */
interface Line {
  cells: { at: number; column: number }[];
  rest: number;
}

/**
 * What else of cells with a known sum must be hidden; nothing where those that are hidden tell nothing. A hidden cell of
 * nobody hides nothing: a reader may know that nobody is there.
 */
function nextToCover(cells: readonly number[], covered: readonly boolean[], rest: number): number[] {
  const own = cells.filter((count, at) => covered[at] === true && count > 0);
  const hidden = rest > 0 ? [...own, rest] : own;
  if (own.length === 0 || tellsNothing(hidden)) return [];
  const open = cells.flatMap((count, at) => (covered[at] === true || count === 0 ? [] : [{ count, at }]));
  const rising = open.sort((a, b) => a.count - b.count);
  const enough = rising.find(({ count }) => tellsNothing([...hidden, count])) ?? rising.at(-1);
  if (enough !== undefined) return [enough.at];
  // Nobody is left to hide them behind: who has none is hidden too.
  return cells.flatMap((_count, at) => (covered[at] === true ? [] : [at]));
}

/** Whether each small one may still be any of 1 to k − 1, where some are not small; of small ones alone, whether they differ. */
export function tellsNothing(hidden: readonly number[], k = STAFF_K): boolean {
  if (hidden.length < 2) return false;
  const sum = hidden.reduce((total, count) => total + count, 0);
  const small = hidden.filter((count) => isSmall(count, k)).length;
  const large = hidden.length - small;
  if (small === 0) return true;
  if (large === 0) return sum !== small && sum !== small * (k - 1);
  return sum >= k * large + small + k - 2;
}
