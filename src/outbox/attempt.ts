import type { OutItem } from '../conversation/conversation.ts';
import type { Channel, SendOutcome } from '../conversation/ports.ts';

/** Stands before a message that may have arrived already (COMMIT.md rule 10). */
export const AGAIN_MARK = '↻ ';

/** One attempt, marked where the message may have arrived before and the other end would show it twice. */
export async function attempt(channel: Channel, item: OutItem, again: number): Promise<SendOutcome> {
  const marked = again > 0 && channel.dedupes !== true;
  const message = marked ? { ...item.message, text: `${AGAIN_MARK}${item.message.text}` } : item.message;
  try {
    return await channel.send(message, item.route.account);
  } catch {
    // A channel promises not to throw; if it does, nothing is known of the message.
    return { kind: 'unknown', code: 'channel_threw' };
  }
}

/** Rule 10: a broadcast that may have arrived is not sent again, but where the other end keeps each id once. */
export const isOnceOnly = (channel: Channel, { message }: OutItem): boolean =>
  message.lane === 'broadcast' && channel.dedupes !== true;
