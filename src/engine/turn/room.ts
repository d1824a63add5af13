import { NO_ANSWERS } from '../answers.ts';
import { isList } from '../expression/names.ts';
import { MAX_HELD_BYTES, MAX_LIST_BYTES, MAX_STATE_BYTES, MAX_VARS_BYTES } from '../limits.ts';
import type { Frame } from '../types.ts';

/** `{"v":1,"frames":[]}` */
const SESSION_BYTES = 20;
/** The frame that talks, with every field at its longest but its flow's name, its variables and its answers. */
const TOP_BYTES = 190;
/** Six candidates after an ambiguous answer; see MAX_CANDIDATES. */
const NARROWED_BYTES = 200;

/**
 * Whether a talk of these frames stays within its bound, whatever the last of them comes to stand at. Lists are weighed by
 * themselves, a run at a time: a suspended choice must not keep the next talk from offering one.
 */
export function fits(below: readonly Frame[], top: Pick<Frame, 'flow' | 'vars'>): boolean {
  const vars = [...below, top].map((frame) => weighed(frame.vars));
  if (vars.some(({ lists }) => lists > MAX_LIST_BYTES)) return false;
  const waiting = below.reduce((sum, frame) => sum + standing(frame), 0);
  const room = MAX_STATE_BYTES - SESSION_BYTES - waiting - TOP_BYTES - NARROWED_BYTES - top.flow.length;
  return vars.reduce((sum, { others }) => sum + others, 0) <= Math.min(MAX_VARS_BYTES, room);
}

/** What is only said in this turn has room of its own. */
export const canBeHeld = (held: NonNullable<Frame['held']>): boolean => bytesOf(held) <= MAX_HELD_BYTES;

/** What a frame that waits costs besides its variables and its answers. */
function standing(frame: Frame): number {
  return bytesOf({ ...frame, answers: NO_ANSWERS, vars: {} }) + 1;
}

function weighed(vars: Frame['vars']): { lists: number; others: number } {
  const entries = Object.entries(vars);
  const lists = entries.filter(([, held]) => isList(held));
  if (lists.length === 0) return { lists: 0, others: bytesOf(vars) };
  const others = entries.filter(([, held]) => !isList(held));
  return { lists: bytesOf(Object.fromEntries(lists)), others: bytesOf(Object.fromEntries(others)) };
}

/** Two bytes a character beyond ASCII, as UTF-8 has it for both our languages. */
function bytesOf(held: object): number {
  const words = JSON.stringify(held);
  let bytes = words.length;
  for (let i = 0; i < words.length; i += 1) if (words.charCodeAt(i) > 0x7f) bytes += 1;
  return bytes === 2 ? 0 : bytes;
}
