import type { Frame } from '../types.ts';
import { flowOf } from '../versions/flow-of.ts';
import { rootOf } from './runs.ts';
import { leaveAll } from './stack.ts';
import { NO_FRAME, type WorkingTurn } from './working-turn.ts';

/** A talk that lets time pass makes room for the question below it; `false` where there is none. */
export function sinks(turn: WorkingTurn): boolean {
  if (turn.frame.until === undefined) return false;
  const all = [...turn.below, turn.frame];
  const root = rootOf(all, all.length - 1);
  if (root === 0 || all[root - 1]?.until !== undefined) return false;
  delete turn.frame.at;
  delete turn.frame.reminded;
  turn.below = [...all.slice(root), ...all.slice(0, root)];
  turn.frame = NO_FRAME;
  return true;
}

/** Brings a talk up over those that stand above it, which were left alone long enough: they wait below, side jobs are left. */
export function brought(turn: WorkingTurn, place: number): void {
  const root = rootOf(turn.below, place);
  const under = turn.below.slice(0, root);
  const talk = turn.below.slice(root, place + 1);
  const above = groups(turn.below.slice(place + 1));
  const kept: Frame[] = [];
  for (const group of above) {
    const [first] = group;
    turn.below = group;
    if (first && flowOf(turn.set, first)?.interrupts) leaveAll(turn);
    else kept.push(...group);
  }
  turn.below = [...under, ...kept, ...talk];
}

/** Each flow with those it runs. */
function groups(frames: readonly Frame[]): Frame[][] {
  const found: Frame[][] = [];
  for (const frame of frames) {
    const last = found.at(-1);
    if (frame.sub && last) last.push(frame);
    else found.push([frame]);
  }
  return found;
}
