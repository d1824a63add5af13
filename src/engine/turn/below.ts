import type { CompiledStep } from '../flow-set.ts';
import { type Move, WAIT } from '../nodes/node-kind.ts';
import { stepIn } from '../versions/flow-of.ts';
import { leave, takeTop } from './stack.ts';
import type { WorkingTurn } from './working-turn.ts';

/** Goes on with what waits below: says so, and asks its open question again. */
export function proceedBelow(turn: WorkingTurn): Move {
  while (takeTop(turn)) {
    const step = stepOf(turn);
    const { flow } = turn;
    if (flow && step) {
      turn.emit({ kind: 'said', text: { flow: 'bot', key: 'resume' }, params: {} });
      const again = turn.frame.anew ? undefined : step.node.again?.(turn);
      return again ?? { kind: 'go', to: flow.at.get(step.key) ?? 0 };
    }
    turn.emit({ kind: 'said', text: { flow: 'bot', key: 'flow_changed' }, params: {} });
    leave(turn, false);
  }
  return WAIT;
}

/** A run of this flow is on the stack. */
export const runs = (turn: WorkingTurn, id: string): boolean => turn.below.some((frame) => frame.flow === id);

/** Leaves what stands above the run of this flow, and goes on with it, or with what it runs. */
export function proceedAt(turn: WorkingTurn, id: string): Move {
  let place = turn.below.findLastIndex((frame) => frame.flow === id);
  while (turn.below[place + 1]?.sub) place += 1;
  while (turn.below.length > place + 1 && takeTop(turn)) leave(turn, false);
  return proceedBelow(turn);
}

/** The step the frame in hand stands at, in the version it runs. */
export const stepOf = ({ flow, frame }: WorkingTurn): CompiledStep | undefined => stepIn(flow, frame.step);
