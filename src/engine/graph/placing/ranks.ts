/** A line between two boxes, by their places in the list of boxes. `from < to`: a line that leads back is turned round. */
export interface Span {
  from: number;
  to: number;
}

/**
 * In which row each box stands: below every box that leads to it. The order of the list decides what "back" is, as the
 * order of the file does for its author; so there is no circle.
 */
export function ranksOf(boxes: number, spans: readonly Span[]): number[] {
  const ranks = new Array<number>(boxes).fill(0);
  const below = new Map<number, number[]>();
  for (const { from, to } of spans) below.set(from, [...(below.get(from) ?? []), to]);
  for (let box = 0; box < boxes; box += 1)
    for (const to of below.get(box) ?? []) ranks[to] = Math.max(ranks[to] ?? 0, (ranks[box] ?? 0) + 1);
  return ranks;
}
