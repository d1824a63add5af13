import { END, type Move, WAIT } from '../nodes/node-kind.ts';
import { proceedAt, proceedBelow, runs } from './below.ts';
import { askedAnew } from './history.ts';
import { sinks } from './order.ts';
import { begin, leave, leaveAll, takeTop } from './stack.ts';
import { descended, over } from './sub-flows.ts';
import { walkedTo } from './walk.ts';
import { NO_FRAME, type WorkingTurn } from './working-turn.ts';

/** Takes steps until one waits. What it returns is never a `go` or a `run`. */
export function proceed(turn: WorkingTurn, first: Move): Move {
  let move = first;
  for (;;) {
    if (move.kind === 'wait' && turn.frame.unseen) move = spoilt(turn);
    if (move.kind === 'wait' && sinks(turn)) move = proceedBelow(turn);
    if (move.kind !== 'go' && move.kind !== 'run') return move;
    if (turn.stepsLeft === 0) return outOfSteps(turn);
    turn.stepsLeft -= 1;
    move = taken(turn, move);
  }
}

function taken(turn: WorkingTurn, move: Extract<Move, { kind: 'go' | 'run' }>): Move {
  if (move.kind === 'run') return descended(turn, move);
  if (move.all) return ended(turn);
  return typeof move.to === 'number' ? stepped(turn, move.to) : elsewhere(turn, move.to.flow);
}

function stepped(turn: WorkingTurn, index: number): Move {
  const step = index === END ? undefined : turn.flow?.steps[index];
  if (!step) {
    return over(turn, true);
  }
  turn.frame.step = step.key;
  if (turn.frame.until !== undefined) delete turn.frame.until;
  if (turn.frame.staff) delete turn.frame.staff;
  if (turn.frame.anew) delete turn.frame.anew;
  if (step.node.question) askedAnew(turn.frame, step.key);
  const move = step.node.enter(turn);
  walkedTo(turn, step, move);
  return move;
}

/** Everything is over: this flow has come to its end, the others are broken off. */
function ended(turn: WorkingTurn): Move {
  leave(turn, true);
  leaveAll(turn);
  return WAIT;
}

/** Leaves this flow for another; one that waits below is gone on with instead of begun a second time. */
function elsewhere(turn: WorkingTurn, id: string): Move {
  const flow = turn.set.flows.get(id);
  if (!flow) {
    turn.failed('unknown_flow');
    return { kind: 'go', to: END };
  }
  // The checker refuses it: whoever ran this flow waits for it to come back.
  if (turn.frame.sub) {
    turn.failed('run_goes_elsewhere');
    return over(turn, false);
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

/** A flow in the background that waits is given up: the checker refuses it, but it may have been changed since. */
function spoilt(turn: WorkingTurn): Move {
  turn.failed('background_waits');
  return over(turn, false);
}

/** A loop without a wait that the checker did not see. The run is given up, not the talk below it. */
function outOfSteps(turn: WorkingTurn): Move {
  turn.failed('step_budget');
  turn.stepsLeft = 1;
  // Who ran it would only run it again.
  while (turn.frame.sub) {
    leave(turn, false);
    takeTop(turn);
  }
  const move = over(turn, false);
  if (move.kind !== 'go') return move;
  turn.frame = NO_FRAME;
  turn.below = [];
  return WAIT;
}
