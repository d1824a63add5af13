import { MAX_FRAMES } from '../limits.ts';
import type { Move } from '../nodes/node-kind.ts';
import type { CallResult } from '../types.ts';
import { proceedBelow, stepOf } from './below.ts';
import { fits } from './room.ts';
import { begin, leave, putBack, takeTop } from './stack.ts';
import { walkedFrom } from './walk.ts';
import type { WorkingTurn } from './working-turn.ts';

/** Begins a flow above the one that runs it, which waits at its step. */
export function descended(
  turn: WorkingTurn,
  { flow: id, params, unseen }: Extract<Move, { kind: 'run' }>,
): Move {
  const flow = turn.set.flows.get(id);
  if (!flow) return broughtBack(turn, { ok: false, code: 'unknown_flow' });
  // One that is gone before the person is waited for takes no room.
  const room = MAX_FRAMES + (unseen ? 1 : 0);
  const waiting = [...turn.below, turn.frame];
  if (waiting.length >= room || !fits(waiting, { flow: id, vars: {} }))
    return broughtBack(turn, { ok: false, code: 'stack_full' });
  turn.seal();
  const hidden = unseen ?? turn.frame.unseen;
  putBack(turn);
  begin(turn, flow, params);
  turn.frame.sub = true;
  if (hidden) turn.frame.unseen = true;
  turn.results = {};
  return { kind: 'go', to: 0 };
}

/** The flow is over: what waits below is gone on with, or gets its results where it ran this one. */
export function over(turn: WorkingTurn, complete: boolean): Move {
  const { sub } = turn.frame;
  const { results } = turn;
  turn.results = {};
  leave(turn, complete);
  if (!sub || !takeTop(turn)) return proceedBelow(turn);
  return broughtBack(turn, complete ? { ok: true, value: results } : { ok: false, code: 'not_ended' });
}

/** The step that ran another flow gets what that brought. */
function broughtBack(turn: WorkingTurn, result: CallResult): Move {
  const { flow } = turn;
  const step = stepOf(turn);
  if (!flow || !step || turn.frame.anew) {
    putBack(turn);
    return proceedBelow(turn);
  }
  const move = step.node.returned?.(turn, result) ?? { kind: 'go', to: flow.at.get(step.key) ?? 0 };
  walkedFrom(turn, step, move, 'result');
  return move;
}
