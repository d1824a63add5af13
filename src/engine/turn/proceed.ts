import type { CompiledStep } from '../flow-set.ts';
import { END, type Move, WAIT } from '../nodes/node-kind.ts';
import { begin, leave, takeTop } from './stack.ts';
import { walkedTo } from './walk.ts';
import { NO_FRAME, type WorkingTurn } from './working-turn.ts';

/** Takes steps until one waits. What it returns is never a `go`. */
export function proceed(turn: WorkingTurn, first: Move): Move {
  let move = first;
  while (move.kind === 'go') {
    if (turn.stepsLeft === 0) return outOfSteps(turn);
    turn.stepsLeft -= 1;
    move = typeof move.to === 'number' ? stepped(turn, move.to) : elsewhere(turn, move.to.flow);
  }
  return move;
}

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

/** Leaves what stands above the run of this flow, and goes on with it. */
export function proceedAt(turn: WorkingTurn, id: string): Move {
  while (turn.below.at(-1)?.flow !== id && takeTop(turn)) leave(turn, false);
  return proceedBelow(turn);
}

/** The step the frame in hand stands at, in the version it runs. */
export function stepOf(turn: WorkingTurn): CompiledStep | undefined {
  const { flow, frame } = turn;
  const index = flow?.at.get(frame.step);
  return index === undefined ? undefined : flow?.steps[index];
}

function stepped(turn: WorkingTurn, index: number): Move {
  const step = index === END ? undefined : turn.flow?.steps[index];
  if (!step) {
    return over(turn, true);
  }
  turn.frame.step = step.key;
  if (turn.frame.until !== undefined) delete turn.frame.until;
  if (turn.frame.anew) delete turn.frame.anew;
  const move = step.node.enter(turn);
  walkedTo(turn, step, move);
  return move;
}

/** The flow is over: what waits below is gone on with. */
function over(turn: WorkingTurn, complete: boolean): Move {
  leave(turn, complete);
  return proceedBelow(turn);
}

/** Leaves this flow for another; one that waits below is gone on with instead of begun a second time. */
function elsewhere(turn: WorkingTurn, id: string): Move {
  const flow = turn.set.flows.get(id);
  if (!flow) {
    turn.failed('unknown_flow');
    return { kind: 'go', to: END };
  }
  if (runs(turn, id)) {
    leave(turn, true);
    return proceedAt(turn, id);
  }
  const { frame } = turn;
  leave(turn, true);
  // Kept until the new run has its id, which must differ.
  turn.frame = frame;
  begin(turn, flow);
  return { kind: 'go', to: 0 };
}

/** A loop without a wait that the checker did not see. The run is given up, not the talk below it. */
function outOfSteps(turn: WorkingTurn): Move {
  turn.failed('step_budget');
  turn.stepsLeft = 1;
  const move = over(turn, false);
  if (move.kind !== 'go') return move;
  turn.frame = NO_FRAME;
  turn.below = [];
  return WAIT;
}
