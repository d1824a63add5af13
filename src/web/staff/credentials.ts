import { emailKey, placeOf, sealAccount } from './accounts.ts';
import { checkSigned } from './keys/index.ts';
import type { StaffParts } from './parts.ts';
import { hashPassword, passwordFits } from './password.ts';
import type { StaffAccount } from './ports.ts';
import { newSeed, stepOf } from './totp.ts';

/** The second factor: six digits, or what a security key signed for this half-open sign-in or session. */
export type SecondFactor = { code: string } | { key: string; purpose: 'sign-in' | 'confirm'; bound: string };

export interface Attempt {
  email: string;
  password: string;
  second: SecondFactor;
}

/** Says whose credentials these are, or `undefined`, and never which of the three was wrong. */
export type CheckCredentials = (attempt: Attempt) => Promise<StaffAccount | undefined>;

/**
 * The check of a sign-in. An address without an account is checked against an account nobody has, so that every refusal
 * costs the same work: one look-up, one argon2, one code or signature. Only with all three right is the second factor
 * spent.
 */
export function credentialCheck(parts: StaffParts): CheckCredentials {
  const nobody = makeNobody(parts);
  return async ({ email, password, second }) => {
    const found = await parts.accounts.byEmail(emailKey(parts.fingerprint, email));
    const account = found ?? (await nobody);
    const fits = await passwordFits(account.passwordHash, password);
    const spend = await secondFactor(parts, account, second);
    if (found === undefined || found.suspended === true || !fits || spend === undefined) return undefined;
    return (await spend()) ? found : undefined;
  };
}

/** Whether the second factor is this account's, before it is spent; the returned function spends it, once. */
export async function secondFactor(
  parts: StaffParts,
  account: StaffAccount,
  second: SecondFactor,
): Promise<(() => Promise<boolean>) | undefined> {
  if ('code' in second) {
    const seed = parts.sealer.open(account.totp, placeOf('totp', account.id));
    const step = stepOf(seed, second.code, parts.clock.now());
    return step === undefined ? undefined : () => parts.accounts.useTotpStep(account.id, step);
  }
  const signed = await checkSigned(parts, account, second.key, second);
  if (signed === undefined) return undefined;
  return async () => {
    const taken = await signed.take();
    // Two devices with one secret, or one that was copied: worth knowing, and no way in.
    if (taken === 'counter') {
      const { id, role, org } = account;
      await parts.audit.record({
        actor: { id, role, org },
        action: 'staff.key_refused',
        subject: `staff/${id}`,
        detail: { why: 'counter' },
      });
    }
    return taken === 'taken';
  };
}

async function makeNobody(parts: StaffParts): Promise<StaffAccount> {
  const passwordHash = await hashPassword(parts.chance.token(32));
  const plain = { email: 'nobody@invalid', name: 'nobody', passwordHash, seed: newSeed(parts.chance) };
  return sealAccount(parts, { ...plain, totpStep: 0, role: 'viewer', org: 'none' });
}
