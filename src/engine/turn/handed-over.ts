import type { Frame } from '../types.ts';
import { flowOf, stepIn } from '../versions/flow-of.ts';
import { brought } from './order.ts';
import { rootOf } from './runs.ts';
import { leave, takeTop } from './stack.ts';
import type { WorkingTurn } from './working-turn.ts';

/** Place of the talk that is a person's, the newest; −1: none is. */
export const handedOver = (turn: WorkingTurn): number =>
  turn.below.findLastIndex((frame) => isHeld(turn, frame));

/**
 * Who has the talk has written: it comes up over what its person opened meanwhile, so that what they write next is an
 * answer to that and to no question of the bot. In hand from then on, so its time counts anew.
 */
export function spokenTo(turn: WorkingTurn): void {
  const place = handedOver(turn);
  if (place < 0) return;
  brought(turn, place);
  takeTop(turn);
}

/** It was handed over more than once: given back, it is the bot's, and not somebody else's who waits below. */
export function leaveOthers(turn: WorkingTurn, place: number): void {
  for (let below = place - 1; below >= 0; below -= 1) {
    const frame = turn.below[below];
    if (frame === undefined || !isHeld(turn, frame)) continue;
    const root = rootOf(turn.below, below);
    const above = turn.below.slice(below + 1);
    turn.below = turn.below.slice(0, below + 1);
    while (turn.below.length > root && takeTop(turn)) leave(turn, false);
    turn.below = [...turn.below, ...above];
    below = root;
  }
}

const isHeld = ({ set }: WorkingTurn, frame: Frame): boolean =>
  stepIn(flowOf(set, frame), frame.step)?.node.resumed !== undefined;
