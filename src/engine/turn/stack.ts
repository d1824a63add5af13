import { NO_ANSWERS } from '../answers.ts';
import type { CompiledFlow } from '../flow-set.ts';
import { MAX_FRAMES } from '../limits.ts';
import type { Frame, Value } from '../types.ts';
import { settled } from '../versions/settled.ts';
import { flowOf } from '../versions/flow-of.ts';
import { fits } from './room.ts';
import { rootOf } from './runs.ts';
import { walkedOff } from './walk.ts';
import { NO_FRAME, type WorkingTurn } from './working-turn.ts';

/** Takes the top frame into hand, as a copy and in the version it goes on in; `false` where nothing runs. */
export function takeTop(turn: WorkingTurn): boolean {
  const top = turn.below.at(-1);
  if (!top) return false;
  turn.below = turn.below.slice(0, -1);
  turn.frame = { ...settled(turn.set, top) };
  return true;
}

/** Puts the frame in hand back on the stack. */
export function putBack(turn: WorkingTurn): void {
  if (turn.frame === NO_FRAME) return;
  turn.below = [...turn.below, turn.frame];
  turn.frame = NO_FRAME;
}

/**
 * Begins a run of the flow as the frame in hand. Its first step is yet to be entered. Of `params` it gets those its
 * header names; one that is not given reads as null like any variable without a value.
 */
export function begin(turn: WorkingTurn, flow: CompiledFlow, params: Record<string, Value> = {}): void {
  const sid = freshSid(turn);
  turn.frame = { sid, flow: flow.id, hash: flow.hash, step: '', tries: 0, answers: NO_ANSWERS, vars: {} };
  while (turn.below.length > 0 && !fits(turn.below, turn.frame)) leaveOldest(turn);
  for (const name of flow.params) {
    const given = Object.hasOwn(params, name) ? (params[name] ?? null) : null;
    if (given !== null) turn.setVariable(name, given);
  }
}

/** The talk nobody has come back to for longest is left, where all of them would weigh too much. */
function leaveOldest(turn: WorkingTurn): void {
  const { frame } = turn;
  let end = 1;
  while (turn.below[end]?.sub) end += 1;
  const above = turn.below.slice(end);
  const [oldest = frame] = turn.below;
  turn.emit({ kind: 'step_failed', flow: oldest.flow, step: oldest.step, code: 'state_full' });
  turn.below = turn.below.slice(0, end);
  leaveAll(turn);
  turn.below = above;
  turn.frame = frame;
}

/** Leaves the frame in hand. `complete`: its flow came to its end. */
export function leave(turn: WorkingTurn, complete: boolean): void {
  if (!complete) walkedOff(turn);
  const survey = turn.flow?.survey;
  if (survey !== undefined) turn.emit({ kind: 'survey_ended', survey, complete });
  turn.frame = NO_FRAME;
}

/** Leaves every frame, the one that talked first. */
export function leaveAll(turn: WorkingTurn): void {
  while (takeTop(turn)) leave(turn, false);
}

/**
 * Makes room for a side job: one gives way to the next, and a full stack to the newest, each with the flows it runs.
 */
export function makeRoom(turn: WorkingTurn): void {
  const root = rootOf(turn.below, turn.below.length - 1);
  const newest = turn.below[root];
  if (!newest) return;
  const sideJob = flowOf(turn.set, newest)?.interrupts === true;
  const full = turn.below.length >= MAX_FRAMES;
  if (!sideJob && !full) return;
  if (!sideJob) turn.emit({ kind: 'step_failed', flow: newest.flow, step: newest.step, code: 'stack_full' });
  while (turn.below.length > root && takeTop(turn)) leave(turn, false);
}

/** The turn's nonce, or a variation of it that no run of this talk has or just had. */
function freshSid(turn: WorkingTurn): string {
  const { nonce } = turn.facts;
  const taken = (sid: string): boolean =>
    turn.frame.sid === sid ||
    turn.answeredRun === sid ||
    turn.below.some((frame: Frame) => frame.sid === sid);
  let sid = nonce;
  for (let n = 2; taken(sid); n += 1) sid = `${nonce}${n}`;
  return sid;
}
