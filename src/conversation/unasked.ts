import type { EngineEvent } from '../engine/types.ts';
import { mayBeWrittenTo, type Talk } from './conversation.ts';
import { isOver } from './expiring.ts';
import type { Ran } from './run-engine.ts';

export type Unasked = Ran & Pick<Talk, 'answered' | 'over' | 'unsaid'> & { mute: boolean };

/**
 * What becomes of a talk that went on without its person. Whoever must not be written to is not, but the talk goes on;
 * what it then asks is asked once more before anything counts as an answer to it.
 */
export function unasked(before: Omit<Talk, 'route'>, ran: Ran): Unasked {
  const mute = before.away === true || !mayBeWrittenTo(before.profile);
  const unsaid = spoke(ran.events) ? mute : before.unsaid;
  const over = before.over ?? isOver(before.session, ran);
  return { ...ran, answered: before.answered, mute, over, unsaid: unsaid || undefined };
}

export const spoke = (events: readonly EngineEvent[]): boolean => events.some(({ kind }) => kind === 'said');
