import { Fault } from '../domain/faults.ts';
import type { EngineInput, TextKey } from '../engine/types.ts';
import type { Talk } from './conversation.ts';
import type { EntryContent, StaffContent } from './entry.ts';
import { isHeld } from './held.ts';
import type { StaffDeed } from './ports.ts';
import { type Running, runEngine } from './run-engine.ts';
import { type Unasked, unasked } from './unasked.ts';

/** The person is told that it is the bot that writes again. */
const GIVEN_BACK: TextKey = { flow: 'bot', key: 'given_back' };

export const isByStaff = (content: EntryContent): content is StaffContent =>
  content.kind === 'take' || content.kind === 'speak' || content.kind === 'resume';

/** A member of staff takes a talk, says something in it, or gives it back to the bot. */
export async function byStaff(
  running: Running,
  before: Omit<Talk, 'route'>,
  content: StaffContent,
): Promise<Unasked & { say?: TextKey; words?: string }> {
  const ran = await runEngine(running, before, inputOf(running, before, content));
  const became = unasked(before, ran);
  if (content.kind === 'speak') return { ...became, words: content.text };
  const back = isHeld(before.session) && !isHeld(ran.session);
  return back ? { ...became, say: GIVEN_BACK } : became;
}

/** Who did it and what they said, for whatever counts the turn. */
export function deedOf(content: EntryContent): { staff?: StaffDeed } {
  if (!isByStaff(content)) return {};
  if (content.kind !== 'speak') return { staff: { by: content.by } };
  const { by, id, text, canned } = content;
  return { staff: { by, said: { id, text, ...(canned !== undefined && { canned }) } } };
}

function inputOf({ script }: Running, { session }: Omit<Talk, 'route'>, content: StaffContent): EngineInput {
  if (content.kind === 'resume')
    return { kind: 'resume', ...(content.step !== undefined && { step: content.step }) };
  if (content.kind === 'speak' || isHeld(session)) return { kind: 'spoken' };
  const flow = script.taken;
  if (flow === undefined)
    throw new Fault(
      'bug',
      'nothing_taken',
      'No flow has the trigger { event: taken }; add one that hands over.',
    );
  if (session === null) return { kind: 'start', flow: flow.id };
  return { kind: 'interrupt', flow: flow.id, keeps: true };
}
