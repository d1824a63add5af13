import type { AccountParts } from '../parts.ts';
import type { Role, StaffAccount } from '../ports.ts';
import { keysOf } from './kept-keys.ts';
import { relyingPartyOf } from './relying-party.ts';

/** Who decides what is said in the campaign's name, and who lets people in (T18). */
const KEY_ROLES: readonly Role[] = ['verifier', 'admin'];

/** A week from the first page opened: long enough to get a key to a town without a shop. See docs/decisions/second-factor.md. */
export const KEY_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether an account owes a key: `due` still has time, `overdue` opens nothing but its own account page. */
export type KeyDuty = { kind: 'none' } | { kind: 'due'; until: number } | { kind: 'overdue' };

export function keyDuty(
  account: Pick<StaffAccount, 'role' | 'keys' | 'keyWantedSince'>,
  { publicUrl, now }: { publicUrl: string; now: number },
): KeyDuty {
  if (!KEY_ROLES.includes(account.role) || keysOf(account).length > 0) return { kind: 'none' };
  // Where browsers offer no keys nobody can owe one.
  if (relyingPartyOf(publicUrl) === undefined) return { kind: 'none' };
  const until = (account.keyWantedSince ?? now) + KEY_WITHIN_MS;
  return now < until ? { kind: 'due', until } : { kind: 'overdue' };
}

/** The same for an account that asks for a page; the week begins with the first one. */
export async function keyDutyOf(parts: AccountParts, account: StaffAccount): Promise<KeyDuty> {
  const now = parts.clock.now();
  const duty = keyDuty(account, { publicUrl: parts.publicUrl, now });
  if (duty.kind === 'due' && account.keyWantedSince === undefined)
    await parts.accounts.wantKey(account.id, now);
  return duty;
}
