import type { ConversationId } from '../ids.ts';

const ID_BYTES = 16;
/** A seat is one byte. None is given twice, so that what comes late finds nobody else there. */
export const LAST_SEAT = 255;

/**
 * The name of one person's talk on a phone that several share: what capabilities know as its conversation, and what the
 * house's messages are addressed to. The first one's is the conversation's own, so nothing changes where nobody shares.
 */
export const seatId = (conversation: ConversationId, seat: number): ConversationId =>
  seat === 0
    ? conversation
    : Buffer.concat([Buffer.from(conversation, 'base64url'), Buffer.of(seat)]).toString('base64url');

/** Which conversation a talk lies in, and at which seat. */
export function readSeat(id: ConversationId): { conversation: ConversationId; seat: number } {
  if (!SEATED.test(id)) return { conversation: id, seat: 0 };
  const bytes = Buffer.from(id, 'base64url');
  return {
    conversation: bytes.subarray(0, ID_BYTES).toString('base64url'),
    seat: bytes.readUInt8(ID_BYTES),
  };
}

/** A byte more than a conversation's own id, as base64url. */
const SEATED = /^[\w-]{23}$/u;
