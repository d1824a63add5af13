import { z } from 'zod';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { SIGNUPS } from '../collections.ts';

const ID_BYTES = 16;

/** Whom a sign-up belongs to and where its talk is; sealed, for the two together name a person. */
const reach = z.strictObject({ person: z.string(), conversation: z.string() });
export type Reach = z.infer<typeof reach>;

/** What is kept of a sign-up besides its place in the line. Whether it is confirmed stands in the line alone. */
export interface StoredSignup {
  _id: Buffer;
  event: string;
  /** The newest ticket; what an older one still wants to do is too late. */
  ticket: number;
  state: 'kept' | 'released';
  /** Why it was released. */
  why?: 'own' | 'unreachable';
  reach: Buffer;
  /** Of the event; retention counts from it. */
  day: string;
}

/** One person's sign-up for one event over all their conversations: so nobody has two places. */
export const signupId = (fingerprint: Fingerprint, event: string, person: string): Buffer =>
  fingerprint('volunteer-signup', event, person).subarray(0, ID_BYTES);

/** Names a claim by what COMMIT.md rule 8 gives it. */
export const claimId = (
  fingerprint: Fingerprint,
  conversation: string,
  { inbound, call }: { inbound: string; call: number },
): Buffer => fingerprint('volunteer-claim', conversation, inbound, String(call)).subarray(0, ID_BYTES / 2);

export const sealReach = (sealer: Sealer, id: Uint8Array, whom: Reach): Buffer =>
  sealer.seal(JSON.stringify(whom), placeOf(id));

/** @throws Fault when the bytes were changed or belong to another sign-up */
export const openReach = (
  sealer: Sealer,
  { _id, reach: sealed }: Pick<StoredSignup, '_id' | 'reach'>,
): Reach => reach.parse(JSON.parse(sealer.open(sealed, placeOf(_id))));

const placeOf = (id: Uint8Array): string => `${SIGNUPS}/reach/${Buffer.from(id).toString('hex')}`;
