import { z } from 'zod';
import type { Sealer } from '../../../conversation/ports.ts';

/** A search is good for so long; then it is done again. */
const GOOD_FOR_MS = 10 * 60 * 1000;

/** Who was found, on the way through the form that asks once more. */
export interface Pending {
  persons: readonly string[];
  at: number;
}

const shape = z.strictObject({ persons: z.array(z.string().min(1)).min(1).max(16), at: z.number() });

/** Sealed for the account that searched: another one's form says nothing. */
export const sealPending = (sealer: Sealer, account: string, pending: Pending): string =>
  sealer.seal(JSON.stringify(pending), placeOf(account)).toString('base64url');

/** `undefined`: forged, somebody else's, or too old. */
export function openPending(
  sealer: Sealer,
  account: string,
  sealed: string,
  now: number,
): Pending | undefined {
  try {
    const opened = sealer.open(Buffer.from(sealed, 'base64url'), placeOf(account));
    const pending = shape.parse(JSON.parse(opened));
    return Math.abs(now - pending.at) < GOOD_FOR_MS ? pending : undefined;
  } catch {
    return undefined;
  }
}

const placeOf = (account: string): string => `settings/erasure/${account}`;
