import type { Fingerprint } from '../../conversation/ports.ts';
import { refusal } from '../../domain/faults.ts';
import { type AuditActor, OPERATOR } from './audit.ts';
import { handsOf } from './lineage.ts';
import type { AccountParts } from './parts.ts';
import { hashPassword } from './password.ts';
import { ROLES, type Role, type StaffAccount } from './ports.ts';
import { isRegional } from './scope.ts';
import { newSeed } from './totp.ts';

/** What a person types into their authenticator and the sign-in form; shown once, kept nowhere in clear. */
export interface Credentials {
  url: string;
  password: string;
  /** Base32. */
  totpSecret: string;
}

/**
 * Makes an account that can sign in at once; for the command line.
 * @throws Fault `email_taken`, `bad_email`, `bad_role` or `bad_org`
 */
export async function createStaff(
  parts: AccountParts,
  wanted: { email: string; role: string; org: string; name?: string; regions?: readonly string[] },
  by: AuditActor = { ...OPERATOR, org: wanted.org },
): Promise<Credentials> {
  const email = readEmail(wanted.email);
  const role = readRole(wanted.role);
  if (!ORG.test(wanted.org)) throw refusal('bad_org', 'An organisation is 1–40 of a–z, 0–9 and "-".');
  const fresh = freshCredentials(parts);
  const account = sealAccount(parts, {
    ...{ email, role, org: wanted.org, name: wanted.name ?? email.slice(0, email.indexOf('@')) },
    ...{ passwordHash: await hashPassword(fresh.password), seed: fresh.totpSecret, totpStep: 0 },
    ...(isRegional(role) ? { regions: wanted.regions ?? [] } : {}),
  });
  if ((await parts.accounts.byEmail(account.emailKey)) !== undefined) throw emailTaken();
  const { id, org } = account;
  const madeBy = await handsIn(parts, by);
  await parts.audit.record({
    actor: by,
    action: 'staff.created',
    subject: `staff/${id}`,
    detail: { role, org },
  });
  await parts.accounts.add({ ...account, ...(madeBy && { madeBy }) });
  return fresh;
}

/**
 * New password and second factor for an account; its security keys are gone and every session of it ends.
 * @throws Fault `no_such_account` or `bad_email`
 */
export async function resetStaff(parts: AccountParts, wanted: { email: string }): Promise<Credentials> {
  const key = emailKey(parts.fingerprint, readEmail(wanted.email));
  const account = await parts.accounts.byEmail(key);
  if (account === undefined) throw refusal('no_such_account', 'No account has this e-mail address.');
  return resetAccount(parts, account, { ...OPERATOR, org: account.org });
}

/** The same for an account that was found already. */
export async function resetAccount(
  parts: AccountParts,
  account: StaffAccount,
  actor: AuditActor,
): Promise<Credentials> {
  const fresh = freshCredentials(parts);
  const by = await handsIn(parts, actor);
  await parts.audit.record({ actor, action: 'staff.reset', subject: `staff/${account.id}` });
  await parts.accounts.replaceCredentials(
    account.id,
    {
      passwordHash: await hashPassword(fresh.password),
      totp: parts.sealer.seal(fresh.totpSecret, placeOf('totp', account.id)),
      totpStep: 0,
    },
    by && { by, at: parts.clock.now() },
  );
  await parts.sessions.closeAllOf(account.id);
  return fresh;
}

/** Who could be giving credentials here. Whoever has a shell on the machine holds more than any account. */
async function handsIn(
  { accounts, clock }: AccountParts,
  actor: AuditActor,
): Promise<readonly string[] | undefined> {
  if (actor.role === OPERATOR.role) return undefined;
  return [...(await handsOf(accounts, actor.id, clock.now()))];
}

/** Refuses an address that has an account; the store does too, for two that come at once. */
export const emailTaken = (): Error => refusal('email_taken', 'This e-mail address has an account already.');

/** An account with what it says of its person sealed, under a new random id. */
export function sealAccount(
  { chance, sealer, fingerprint }: Pick<AccountParts, 'chance' | 'sealer' | 'fingerprint'>,
  plain: PlainAccount,
): StaffAccount {
  const { email, name, seed, ...rest } = plain;
  const id = chance.token(16);
  return {
    ...rest,
    id,
    emailKey: emailKey(fingerprint, email),
    email: sealer.seal(email, placeOf('email', id)),
    name: sealer.seal(name, placeOf('name', id)),
    totp: sealer.seal(seed, placeOf('totp', id)),
  };
}

interface PlainAccount {
  email: string;
  name: string;
  passwordHash: string;
  seed: string;
  totpStep: number;
  role: Role;
  org: string;
  regions?: readonly string[];
}

/** Where a sealed field of an account belongs; a value moved elsewhere does not open. */
export const placeOf = (field: 'email' | 'name' | 'totp' | 'key', id: string): string =>
  `staff/${field}/${id}`;

/** One spelling for look-ups: people do not remember which letters were capitals. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

export const emailKey = (fingerprint: Fingerprint, email: string): Buffer =>
  fingerprint('staff-email', foldEmail(email));

/** RFC 5321's longest path is 256 with its brackets. No quoted forms: nobody has one, and they carry odd characters. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);

const EMAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;
const ORG = /^[a-z0-9][a-z0-9-]{0,39}$/;

function readEmail(text: string): string {
  const email = foldEmail(text);
  if (!isEmail(email)) throw refusal('bad_email', 'This is no e-mail address; expected name@example.org.');
  return email;
}

function readRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw refusal('bad_role', `No such role; expected one of ${ROLES.join(', ')}.`);
  return role;
}

/** 24 characters of base64url: 144 bits. */
const freshCredentials = ({ chance, publicUrl }: AccountParts): Credentials => ({
  url: new URL('/staff/sign-in', publicUrl).href,
  password: chance.token(18),
  totpSecret: newSeed(chance),
});
