/** One entry of two lists laid side by side. */
export type Beside<T> = { kind: 'same'; was: T; is: T } | { kind: 'gone'; was: T } | { kind: 'new'; is: T };

/** Above so many pairs the comparison would take longer than a page may; what differs is then told as a whole. */
const MAX_PAIRS = 4_000_000;

/** The shortest way from one list to the other; entries are the same where their names are. */
export function besides<T>(was: readonly T[], is: readonly T[], name: (entry: T) => string): Beside<T>[] {
  const [old, fresh] = [was.map(name), is.map(name)];
  const head = firstDifference(old, fresh);
  const tail = firstDifference(old.slice(head).reverse(), fresh.slice(head).reverse());
  const [oldEnd, freshEnd] = [was.length - tail, is.length - tail];
  const same = (from: number, to: number, ahead: number): Beside<T>[] =>
    was.slice(from, to).map((entry, nth) => ({ kind: 'same', was: entry, is: is[from + nth + ahead] as T }));
  return [
    ...same(0, head, 0),
    ...middle(
      was.slice(head, oldEnd),
      is.slice(head, freshEnd),
      old.slice(head, oldEnd),
      fresh.slice(head, freshEnd),
    ),
    ...same(oldEnd, was.length, freshEnd - oldEnd),
  ];
}

function firstDifference(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** The longest common part, from its table; what is gone stands before what came. */
function middle<T>(
  was: readonly T[],
  is: readonly T[],
  old: readonly string[],
  fresh: readonly string[],
): Beside<T>[] {
  const gone = was.map((entry): Beside<T> => ({ kind: 'gone', was: entry }));
  const come = is.map((entry): Beside<T> => ({ kind: 'new', is: entry }));
  if (was.length * is.length > MAX_PAIRS) return [...gone, ...come];
  const width = is.length + 1;
  const common = new Uint32Array((was.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = was.length - 1; row >= 0; row -= 1)
    for (let column = is.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const found: Beside<T>[] = [];
  let [row, column] = [0, 0];
  while (row < was.length || column < is.length) {
    if (row < was.length && column < is.length && old[row] === fresh[column]) {
      found.push({ kind: 'same', was: was[row] as T, is: is[column] as T });
      row += 1;
      column += 1;
    } else if (column >= is.length || (row < was.length && at(row + 1, column) >= at(row, column + 1))) {
      found.push(gone[row] as Beside<T>);
      row += 1;
    } else {
      found.push(come[column] as Beside<T>);
      column += 1;
    }
  }
  return found;
}
