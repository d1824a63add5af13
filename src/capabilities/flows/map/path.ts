import type { Point } from '../../../engine/graph/placing/placed.ts';

/** A line through points: straight down a row, bent between rows. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  let before = first;
  let path = `M${first.x} ${first.y}`;
  for (const point of others) {
    const bend = Math.round((before.y + point.y) / 2);
    path +=
      point.x === before.x
        ? `L${point.x} ${point.y}`
        : `C${before.x} ${bend} ${point.x} ${bend} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

/** Where a line's words stand: in the middle of its first bend, before it meets others. */
export function wordsAt(points: readonly Point[]): Point {
  const [first = { x: 0, y: 0 }, second = first] = points;
  return { x: Math.round((first.x + second.x) / 2), y: Math.round((first.y + second.y) / 2) };
}
