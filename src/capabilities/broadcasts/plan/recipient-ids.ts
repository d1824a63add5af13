import { readSeat } from '../../../conversation/phone/seat.ts';
import type { Fingerprint } from '../../../conversation/ports.ts';

const BROADCAST_BYTES = 8;
const PERSON_BYTES = 16;
const TALK_BYTES = 16;

/** Ids of one broadcast's recipients: a range, in it the order of a keyed hash that tells nothing of anybody (T6). */
export interface RecipientIds {
  /** Every id lies between the two. */
  from: Buffer;
  to: Buffer;
  /** The same for the same member, so that planning twice changes nothing. */
  of(member: Buffer): Buffer;
  /**
   * By it what became of a message is found; for each broadcast another one. Of all who share a phone it is the same, as
   * the outbox knows the phone alone: which of them is which does not matter, as long as each is counted once.
   */
  talk(conversation: string): Buffer;
}

export function recipientIds(fingerprint: Fingerprint, broadcast: string): RecipientIds {
  const range = fingerprint('broadcast', broadcast).subarray(0, BROADCAST_BYTES);
  return {
    from: Buffer.concat([range, Buffer.alloc(PERSON_BYTES, 0)]),
    // Of the same length: MongoDB takes a longer one for a greater one.
    to: Buffer.concat([range, Buffer.alloc(PERSON_BYTES, 0xff)]),
    of: (member) =>
      Buffer.concat([
        range,
        fingerprint('broadcast-recipient', broadcast, member.toString('latin1')).subarray(0, PERSON_BYTES),
      ]),
    talk: (named) =>
      fingerprint('broadcast-talk', broadcast, readSeat(named).conversation).subarray(0, TALK_BYTES),
  };
}
