import { emailKey, placeOf, sealAccount } from './accounts.ts';
import type { StaffParts } from './parts.ts';
import { hashPassword, passwordFits } from './password.ts';
import type { StaffAccount } from './ports.ts';
import { newSeed, stepOf } from './totp.ts';

export interface Attempt {
  email: string;
  password: string;
  code: string;
}

/** Says whose credentials these are, or `undefined`, and never which of the three was wrong. */
export type CheckCredentials = (attempt: Attempt) => Promise<StaffAccount | undefined>;

/**
 * The check of a sign-in. An address without an account is checked against an account nobody has, so that every refusal
 * costs the same work: one look-up, one argon2, one code. Only with all three right is the code spent.
 */
export function credentialCheck(parts: StaffParts): CheckCredentials {
  const nobody = makeNobody(parts);
  return async ({ email, password, code }) => {
    const found = await parts.accounts.byEmail(emailKey(parts.fingerprint, email));
    const account = found ?? (await nobody);
    const fits = await passwordFits(account.passwordHash, password);
    const seed = parts.sealer.open(account.totp, placeOf('totp', account.id));
    const step = stepOf(seed, code, parts.clock.now());
    if (found === undefined || found.suspended === true || !fits || step === undefined) return undefined;
    return (await parts.accounts.useTotpStep(found.id, step)) ? found : undefined;
  };
}

async function makeNobody(parts: StaffParts): Promise<StaffAccount> {
  const passwordHash = await hashPassword(parts.chance.token(32));
  const plain = { email: 'nobody@invalid', name: 'nobody', passwordHash, seed: newSeed(parts.chance) };
  return sealAccount(parts, { ...plain, totpStep: 0, role: 'viewer', org: 'none' });
}
