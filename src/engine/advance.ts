import type { Profile } from '../domain/person.ts';
import type { CompiledFlow, FlowSet } from './flow-set.ts';
import { proceed, proceedAt, proceedBelow, runs, stepOf } from './turn/proceed.ts';
import { begin, leave, leaveAll, makeRoom, putBack, takeTop } from './turn/stack.ts';
import { walkedFrom } from './turn/walk.ts';
import { WorkingTurn } from './turn/working-turn.ts';
import { type Move, WAIT } from './nodes/node-kind.ts';
import type { Advanced, EngineInput, Facts, Frame, Session, Value } from './types.ts';

/**
 * One turn: what a talk becomes by what came in, what is said and done, and what it waits for.
 * Pure and total: it never throws for what a person, a call or an older version left in `session`,
 * writes to nothing it was given, and gives the same for the same.
 */
export function advance(
  set: FlowSet,
  session: Session | null,
  profile: Profile,
  input: EngineInput,
  facts: Facts,
): Advanced {
  const turn = new WorkingTurn(set, session, profile, facts);
  return advanced(turn, moved(turn, input));
}

function moved(turn: WorkingTurn, input: EngineInput): Move {
  switch (input.kind) {
    case 'start':
    case 'interrupt':
      return opened(turn, input);
    case 'again':
      return atOpenStep(turn, input, (step) => step.again?.(turn));
    case 'reply':
      return atOpenStep(turn, input, (step) => step.replied?.(turn, input.reply));
    case 'result':
      return atOpenStep(turn, input, (step) => step.returned?.(turn, input.result));
  }
}

/**
 * Only a side job runs over the open talk. Any other flow takes its place, as `stop` must; and one that waits
 * already is gone on with, so that a word typed twice neither piles up nor loses answers.
 */
function opened(turn: WorkingTurn, input: Extract<EngineInput, { flow: string }>): Move {
  const { flow: id, kind: how, params } = input;
  const flow = turn.set.flows.get(id);
  if (!flow) {
    // Leaves what runs as it is: the fault is the caller's, not the person's.
    turn.emit({ kind: 'step_failed', flow: id, step: '', code: 'unknown_flow' });
    return WAIT;
  }
  if (how === 'interrupt' && flow.interrupts) makeRoom(turn);
  else if (how === 'interrupt' && runs(turn, id)) return proceed(turn, proceedAt(turn, id));
  else leaveAll(turn);
  return run(turn, flow, params);
}

function run(turn: WorkingTurn, flow: CompiledFlow, params: Record<string, Value> | undefined): Move {
  begin(turn, flow, params);
  return proceed(turn, { kind: 'go', to: 0 });
}

/**
 * Lets the step that waits take what came. Where the flow was published anew under the talk, what came was for another
 * question: then the step is entered as it is now. Where nobody has the talk's version any more, it falls to what waits below.
 */
function atOpenStep(
  turn: WorkingTurn,
  input: EngineInput,
  take: (step: NonNullable<ReturnType<typeof stepOf>>['node']) => Move | undefined,
): Move {
  if (!takeTop(turn)) return WAIT;
  const { flow } = turn;
  const step = stepOf(turn);
  if (!flow || !step) {
    turn.emit({ kind: 'said', text: { flow: 'bot', key: 'flow_changed' }, params: {} });
    leave(turn, false);
    return proceed(turn, proceedBelow(turn));
  }
  if (turn.frame.anew) turn.emit({ kind: 'said', text: { flow: 'bot', key: 'question_changed' }, params: {} });
  const move = turn.frame.anew ? undefined : take(step.node);
  if (move) walkedFrom(turn, step, move, input.kind);
  return proceed(turn, move ?? { kind: 'go', to: flow.at.get(step.key) ?? 0 });
}

function advanced(turn: WorkingTurn, move: Move): Advanced {
  putBack(turn);
  const { below: frames, profile, events, walk, answeredLast } = turn;
  if (frames.length === 0) return { session: null, profile, events, walk, waits: { kind: 'nothing' } };
  const kept = move.kind === 'call' ? [...frames] : frames.map(withoutHeld);
  return {
    session: { v: 1, frames: kept, ...(answeredLast ? { answered: answeredLast } : {}) },
    profile,
    events,
    walk,
    waits: move.kind === 'call' ? { kind: 'call', call: move.call } : { kind: 'reply' },
  };
}

function withoutHeld(frame: Frame): Frame {
  if (frame.held === undefined) return frame;
  const kept = { ...frame };
  delete kept.held;
  return kept;
}
