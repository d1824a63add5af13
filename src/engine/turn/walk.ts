import type { CompiledStep } from '../flow-set.ts';
import { BACK, exitTo, exitWith, ON_FAIL, TIMEOUT } from '../graph/exits.ts';
import type { Move } from '../nodes/node-kind.ts';
import type { EngineInput, Frame, Walked } from '../types.ts';
import { stepIn } from '../versions/flow-of.ts';
import type { WorkingTurn } from './working-turn.ts';

/** Notes that the step was come to: it was left at once, or the talk waits there. A call's answer comes within the turn. */
export function walkedTo(turn: WorkingTurn, step: CompiledStep, move: Move): void {
  if (move.kind === 'call' || move.kind === 'run') return;
  const { frame } = turn;
  if (move.kind === 'wait') note(turn, frame);
  else note(turn, frame, { exit: step.node.question ? ON_FAIL : exitTo(step, move.to) });
}

/** Notes what an input made of the step the talk stood at: it was left, or asked again. */
export function walkedFrom(
  turn: WorkingTurn,
  step: CompiledStep,
  move: Move,
  input: EngineInput['kind'],
): void {
  const { frame, answer } = turn;
  if (move.kind === 'wait' && input === 'reply') note(turn, frame, { retried: true });
  if (move.kind !== 'go' || input === 'again') return;
  if (!step.node.question) note(turn, frame, { exit: exitTo(step, move.to) });
  else if (input === 'due') note(turn, frame, { exit: TIMEOUT });
  else if (answer === undefined) note(turn, frame, { exit: ON_FAIL });
  else note(turn, frame, { exit: exitWith(step, answer), answered: true });
}

/** Notes that the question was left for one before it, where the talk stands now. */
export function walkedBack(turn: WorkingTurn, from: Frame): void {
  note(turn, from, { exit: BACK });
  note(turn, turn.frame);
}

/** Notes that the frame in hand is given up where it stands; one between two steps stands nowhere. */
export function walkedOff(turn: WorkingTurn): void {
  const { frame, walk } = turn;
  const last = walk.findLast(({ sid }) => sid === frame.sid);
  if (last?.exit === undefined && frame.step !== '') note(turn, frame, { dropped: true });
}

function note(
  turn: WorkingTurn,
  { sid, flow, hash, step }: Frame,
  how?: Pick<Walked, 'exit' | 'answered' | 'retried' | 'dropped'>,
): void {
  const walked = { sid, flow, hash, step, ...how };
  turn.walk.push(walked);
  turn.because?.({ kind: 'walked', node: stepIn(turn.flow, step)?.kind ?? '', walked });
}
