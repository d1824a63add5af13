import type { Profile } from '../domain/person.ts';
import type { CompiledFlow, FlowSet } from './flow-set.ts';
import { proceedAt, proceedBelow, runs, stepOf } from './turn/below.ts';
import { isPassed } from './answers.ts';
import { handedOver, leaveOthers, spokenTo } from './turn/handed-over.ts';
import { noted } from './turn/history.ts';
import { brought } from './turn/order.ts';
import { proceed } from './turn/proceed.ts';
import { begin, leave, leaveAll, makeRoom, putBack, takeTop } from './turn/stack.ts';
import { nextAlarm } from './turn/alarms.ts';
import { wentBack } from './turn/back.ts';
import { leaveExpired } from './turn/expiring.ts';
import { walkedFrom } from './turn/walk.ts';
import { NO_FRAME, WorkingTurn } from './turn/working-turn.ts';
import { type Move, WAIT } from './nodes/node-kind.ts';
import type { Explained } from './reasons.ts';
import type { Advanced, Due, EngineInput, Facts, Frame, Session, Value } from './types.ts';

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
): Explained {
  const turn = new WorkingTurn(set, session, profile, facts);
  turn.because?.({ kind: 'took', input });
  const done = advanced(turn, moved(turn, input));
  return turn.reasons === undefined ? done : { ...done, reasons: turn.reasons };
}

function moved(turn: WorkingTurn, input: EngineInput): Move {
  switch (input.kind) {
    case 'start':
    case 'interrupt':
      return opened(turn, input);
    case 'due':
      return woken(turn, input);
    case 'expire':
      leaveExpired(turn);
      return WAIT;
    case 'back': {
      const move = wentBack(turn);
      return move ? proceed(turn, move) : WAIT;
    }
    case 'again':
      turn.timersStay = input.by === 'house';
      return atOpenStep(turn, input, (step) => step.again?.(turn));
    case 'reply':
      return atOpenStep(turn, input, (step) => step.replied?.(turn, input.reply));
    case 'result':
      return atOpenStep(turn, input, (step) => step.returned?.(turn, input.result));
    case 'resume':
      return givenBack(turn, input);
    case 'spoken':
      spokenTo(turn);
      return WAIT;
  }
}

/** What the person opened meanwhile is left: whom they waited for has answered. */
function givenBack(turn: WorkingTurn, input: Extract<EngineInput, { kind: 'resume' }>): Move {
  const place = handedOver(turn);
  if (place < 0) return WAIT;
  while (turn.below.length > place + 1 && takeTop(turn)) leave(turn, false);
  leaveOthers(turn, place);
  return atOpenStep(turn, input, (step) => {
    const to = input.step === undefined ? undefined : turn.flow?.at.get(input.step);
    return to === undefined ? step.resumed?.(turn) : { kind: 'go', to };
  });
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
  else if (input.kind === 'interrupt' && input.keeps) makeRoom(turn);
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
    putBack(turn);
    return proceed(turn, proceedBelow(turn));
  }
  if (turn.frame.anew)
    turn.emit({ kind: 'said', text: { flow: 'bot', key: 'question_changed' }, params: {} });
  const move = turn.frame.anew ? undefined : take(step.node);
  if (move) walkedFrom(turn, step, move, input.kind);
  // Left without an answer, it can still be gone back to.
  if (step.node.question && move?.kind === 'go' && !isPassed(turn.frame.answers, step.key))
    noted(turn.frame, step.key, null);
  return proceed(turn, move ?? { kind: 'go', to: flow.at.get(step.key) ?? 0 });
}

/** What stood over the step that time has come for was left alone long enough. */
function woken(turn: WorkingTurn, input: Extract<EngineInput, { kind: 'due' }>): Move {
  const alarm = nextAlarm(turn.set, turn.below, turn.facts.now);
  const fits = alarm?.sid === input.sid && alarm.step === input.step && alarm.n === input.n;
  if (!fits || alarm.at > turn.facts.now) return WAIT;
  const { why, place, reminders } = alarm;
  if (why === 'expiry') {
    leaveExpired(turn);
    return WAIT;
  }
  brought(turn, place);
  return atOpenStep(turn, input, (step) => {
    const { flow, hash, step: key } = turn.frame;
    if (why === 'timeout') turn.emit({ kind: 'timed_out', flow, hash, step: key });
    if (why === 'reminder') {
      turn.emit({ kind: 'reminded', flow, hash, step: key });
      turn.frame.reminded = reminders;
      turn.timersStay = true;
    }
    return step.woken?.(turn, why);
  });
}

function advanced(turn: WorkingTurn, move: Move): Advanced {
  if (move.kind === 'wait' && !turn.timersStay) stamp(turn);
  putBack(turn);
  const { below: frames, profile, events, walk } = turn;
  if (frames.length === 0) return { session: null, profile, events, walk, waits: { kind: 'nothing' } };
  if (move.kind === 'call') {
    const session: Session = { v: 2, frames: [...frames] };
    return { session, profile, events, walk, waits: { kind: 'call', call: move.call } };
  }
  const session: Session = { v: 2, frames: frames.map(withoutHeld) };
  const due = dueOf(turn, session);
  return { session, profile, events, walk, ...(due && { due }), waits: { kind: 'reply' } };
}

/** From now on its timers count; a wait has its own end. */
function stamp({ frame, facts }: WorkingTurn): void {
  if (frame === NO_FRAME) return;
  if (frame.reminded !== undefined) delete frame.reminded;
  if (frame.until === undefined) frame.at = facts.now;
  else delete frame.at;
}

function dueOf({ set, facts }: WorkingTurn, { frames }: Session): Due | undefined {
  const alarm = nextAlarm(set, frames, facts.now);
  return alarm && { at: alarm.at, sid: alarm.sid, step: alarm.step, n: alarm.n };
}

function withoutHeld(frame: Frame): Frame {
  if (frame.held === undefined) return frame;
  const kept = { ...frame };
  delete kept.held;
  return kept;
}
