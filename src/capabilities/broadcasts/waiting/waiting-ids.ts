import type { Fingerprint } from '../../../conversation/ports.ts';

const PERSON_BYTES = 16;
const BROADCAST_BYTES = 8;

/**
 * One person and one broadcast, under keys of this purpose: joinable with recipients, members or talks only by whoever has
 * the keys (T6). All of one person's lie in a range.
 */
export const waitingId = (fingerprint: Fingerprint, member: Buffer, broadcast: string): Buffer =>
  Buffer.concat([
    personPart(fingerprint, member),
    fingerprint('broadcast-waiting-item', broadcast).subarray(0, BROADCAST_BYTES),
  ]);

/** Every id of this person lies between, both included. */
export function rangeOf(fingerprint: Fingerprint, member: Buffer): { from: Buffer; to: Buffer } {
  const part = personPart(fingerprint, member);
  return {
    from: Buffer.concat([part, Buffer.alloc(BROADCAST_BYTES, 0)]),
    to: Buffer.concat([part, Buffer.alloc(BROADCAST_BYTES, 0xff)]),
  };
}

const personPart = (fingerprint: Fingerprint, member: Buffer): Buffer =>
  fingerprint('broadcast-waiting', member.toString('latin1')).subarray(0, PERSON_BYTES);
