import type { Frame } from '../types.ts';

/** Place of the flow that runs the one at `place`, however many lie between; `place` itself where none does. */
export function rootOf(frames: readonly Frame[], place: number): number {
  let root = place;
  while (root > 0 && frames[root]?.sub) root -= 1;
  return root;
}
