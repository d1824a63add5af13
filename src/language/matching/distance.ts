/**
 * Typing errors between two words (letters missing, added, changed, or two neighbours swapped: optimal string
 * alignment), or `undefined` when there are more than `limit`.
 */
export function typingErrors(a: string, b: string, limit: number): number | undefined {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > MAX_LETTERS) return undefined;
  let [before, above, current] = ROWS;
  for (let column = 0; column <= b.length; column++) above[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const least = fillRow(a, b, row, { before, above, current });
    if (least > limit) return undefined;
    [before, above, current] = [above, current, before];
  }
  const errors = at(above, b.length);
  return errors <= limit ? errors : undefined;
}

/** No word anybody means is longer. */
const MAX_LETTERS = 60;
type Row = Uint8Array;
/** Used by one call after the other: a message is compared with hundreds of names. */
const ROWS: [Row, Row, Row] = [
  new Uint8Array(MAX_LETTERS + 2),
  new Uint8Array(MAX_LETTERS + 2),
  new Uint8Array(MAX_LETTERS + 2),
];

/** Fills `current` and returns its smallest number. */
function fillRow(
  a: string,
  b: string,
  row: number,
  { before, above, current }: { before: Row; above: Row; current: Row },
): number {
  const letter = a.charCodeAt(row - 1);
  const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
  let least = (current[0] = row);
  for (let column = 1; column <= b.length; column++) {
    const other = b.charCodeAt(column - 1);
    const changed = at(above, column - 1) + (letter === other ? 0 : 1);
    let cost = Math.min(at(above, column) + 1, at(current, column - 1) + 1, changed);
    const swapped = column > 1 && letter === b.charCodeAt(column - 2) && letterBefore === other;
    if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
    current[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

const at = (row: Row, column: number): number => row[column] ?? 0;
