/**
 * Typing errors between two words (letters missing, added, changed, or two neighbours swapped: optimal string
 * alignment), or `undefined` when there are more than `limit`.
 */
export function typingErrors(a: string, b: string, limit: number): number | undefined {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = cheapest(a, b, row, column, before, above, current);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return undefined;
    before = above;
    above = current;
  }
  const errors = at(above, b.length);
  return errors <= limit ? errors : undefined;
}

function cheapest(
  a: string,
  b: string,
  row: number,
  column: number,
  before: readonly number[],
  above: readonly number[],
  current: readonly number[],
): number {
  const same = a[row - 1] === b[column - 1];
  const cost = Math.min(
    at(above, column) + 1,
    at(current, column - 1) + 1,
    at(above, column - 1) + (same ? 0 : 1),
  );
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cost, at(before, column - 2) + 1) : cost;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
