import type { Lane } from '../domain/message.ts';
import { type Conversation, mayBeWrittenTo } from './conversation.ts';
import type { Entry } from './entry.ts';
import { isHeld } from './held.ts';
import { sameDue } from './wake.ts';

/** How urgent what is said to this is. */
export function laneOf(entry: Entry): Lane {
  if (entry.kind === 'prompt') return entry.prompt.lane;
  // Whoever wrote it may have done so days ago.
  if (entry.letter !== undefined) return 'alert';
  return entry.kind === 'due' ? 'alert' : 'reply';
}

/** Nobody is there any more for what the house begins, or the talk does not wait for this moment. */
export function isGone(entry: Entry, { talk, shared }: Conversation): boolean {
  if (entry.seat !== undefined && entry.seat !== (shared?.seat ?? 0)) return isNobodyAt(entry, talk, shared);
  if (entry.kind === 'message')
    return entry.letter !== undefined && (talk?.away === true || talk?.profile.stopped === true);
  if (entry.kind === 'due') return !sameDue(talk?.promised, entry.due);
  if (entry.kind === 'resume' || entry.kind === 'gone') return talk === null;
  if (talk === null || talk.away === true || !mayBeWrittenTo(talk.profile)) return true;
  return entry.kind === 'speak' && !isHeld(talk.session);
}

/** For somebody whose talk waits: it knows more than this, and is asked in the turn. */
function isNobodyAt(
  { kind, seat }: Entry,
  talk: Conversation['talk'],
  shared: Conversation['shared'],
): boolean {
  return kind === 'due' || talk?.away === true || shared?.parked.some((one) => one.seat === seat) !== true;
}

/**
 * A message that was on its way when its sender was erased does not begin a new talk; its id is remembered, no more.
 * Platforms tell whole seconds.
 */
export function sentBeforeErasure({ erasedAt }: Conversation, entry: Entry): boolean {
  const sentAt = entry.kind === 'message' ? entry.message.sentAt : undefined;
  return erasedAt !== null && sentAt !== undefined && sentAt < Math.floor(erasedAt / 1000);
}
