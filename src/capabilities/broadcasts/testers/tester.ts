import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { codeOf } from '../../people/index.ts';
import { TESTERS } from './collections.ts';

/** Beyond a handful a test is a broadcast that nobody approved. */
export const MOST_TESTERS = 10;

const KEY_BYTES = 16;

/** A member of staff who agreed, on their own phone, to receive tests there. */
export interface Tester {
  /** Account id. */
  account: string;
  org: string;
  channel: string;
  /** The talk, sealed. */
  reach: Buffer;
  /** Day they agreed. */
  day: string;
}

/** Who it is, under a key of this purpose: only to be found again for erasure. */
export const whoKey = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('broadcast-tester', person).subarray(0, KEY_BYTES);

/** 37 bits from chance, under the house's key. */
export const newCode = (fingerprint: Fingerprint, chance: string): string =>
  codeOf(fingerprint('broadcast-tester-code', chance));

/** What is kept of a code. */
export const codeKey = (fingerprint: Fingerprint, code: string): Buffer =>
  fingerprint('broadcast-tester-code-kept', code).subarray(0, KEY_BYTES);

/** Names a claim by what COMMIT rule 8 gives it. */
export const claimKey = (
  fingerprint: Fingerprint,
  conversation: string,
  { inbound, call }: { inbound: string; call: number },
): Buffer =>
  fingerprint('broadcast-tester-claim', conversation, inbound, String(call)).subarray(0, KEY_BYTES);

/** A conversation's id in clear would join accounts with talks. */
export const sealReach = (sealer: Sealer, account: string, conversation: string): Buffer =>
  sealer.seal(conversation, reachPlace(account));

export const openReach = (sealer: Sealer, { account, reach }: Pick<Tester, 'account' | 'reach'>): string =>
  sealer.open(reach, reachPlace(account));

const reachPlace = (account: string): string => `${TESTERS}/reach/${account}`;
