import type { PlacedStep } from './flow-file/read-flow-file.ts';
import { END } from './nodes/node-kind.ts';

/** A step with its index's neighbours. */
export interface Laid {
  placed: PlacedStep;
  /** The step after it; after the last of a block, the step after the block. */
  next: number;
  /** The first step of each block inside it. */
  blocks: number[];
}

/** Lays nested steps out in one list, in the order of the file, so that a place in a flow is one number. */
export function laidOut(steps: readonly PlacedStep[]): Laid[] {
  const laid: Laid[] = [];
  place(steps, END, laid, sizes(steps));
  return laid;
}

function place(
  steps: readonly PlacedStep[],
  after: number,
  laid: Laid[],
  size: Map<PlacedStep, number>,
): void {
  let index = laid.length;
  steps.forEach((placed, nth) => {
    index += size.get(placed) ?? 1;
    const next = nth + 1 < steps.length ? index : after;
    const own: Laid = { placed, next, blocks: [] };
    laid.push(own);
    for (const block of placed.blocks) {
      own.blocks.push(block.length > 0 ? laid.length : next);
      place(block, next, laid, size);
    }
  });
}

/** How many steps each holds, itself included. */
function sizes(steps: readonly PlacedStep[], known = new Map<PlacedStep, number>()): Map<PlacedStep, number> {
  for (const step of steps) {
    let total = 1;
    for (const block of step.blocks) {
      sizes(block, known);
      for (const inner of block) total += known.get(inner) ?? 1;
    }
    known.set(step, total);
  }
  return known;
}
