import type { Board, BoardStanding } from '../../conversation/board.ts';
import type { Log } from '../platform/ports.ts';

/** Tells the operator at the start what stands in the way of posting. Never rejects. */
export async function lookAtBoard(board: Pick<Board, 'standing'>, log: Log): Promise<void> {
  const standing = await board.standing();
  if (standing === 'open') log.info({}, 'Telegram: the channel in TELEGRAM_CHANNEL takes posts.');
  else log.warn({ code: standing }, `Telegram: ${TO_DO[standing]} The bot itself goes on.`);
}

const TO_DO: Readonly<Record<Exclude<BoardStanding, 'open'>, string>> = {
  unknown_place:
    'TELEGRAM_CHANNEL names no channel Telegram knows: put its @name, or its number (-100…) where it has none.',
  not_a_board: 'TELEGRAM_CHANNEL names a group or a person, not a channel: put the @name of a channel.',
  not_a_member: 'the bot is not in the channel of TELEGRAM_CHANNEL: make it an administrator there.',
  may_not_post:
    'the bot may not post in the channel of TELEGRAM_CHANNEL: give it the right to post messages there.',
  no_answer:
    'whether the channel of TELEGRAM_CHANNEL takes posts could not be asked now; the page of a post asks again.',
};
