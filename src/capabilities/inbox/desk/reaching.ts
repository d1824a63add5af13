import { type Talk, mayBeWrittenTo } from '../../../conversation/conversation.ts';
import { isHeld } from '../../../conversation/held.ts';
import { MAX_REPLY, type Reach } from '../ports.ts';
import type { DeskDeps } from './at-desk.ts';

/**
 * Whether a reply may go out now.
 * @param having `staff`: as if somebody had the talk, before it is taken
 */
export async function reachOf(
  { clock, windowEnds }: Pick<DeskDeps, 'clock' | 'windowEnds'>,
  talk: Talk | null,
  having: 'staff' | 'whoever',
): Promise<Reach> {
  if (talk === null) return { may: false, why: 'gone' };
  const { channel, address } = talk.route;
  const ends = await windowEnds(channel, address);
  const endsAt = ends ?? undefined;
  if (talk.away === true) return { may: false, why: 'blocked', endsAt };
  if (!mayBeWrittenTo(talk.profile)) return { may: false, why: 'stopped', endsAt };
  if (ends === null || (ends !== undefined && ends <= clock.now()))
    return { may: false, why: 'window_closed', endsAt };
  if (having === 'whoever' && !isHeld(talk.session)) return { may: false, why: 'with_bot', endsAt };
  return { may: true, most: MAX_REPLY, endsAt };
}
