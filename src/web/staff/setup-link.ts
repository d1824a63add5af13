import { refusal } from '../../domain/faults.ts';
import type { AccountParts } from './parts.ts';
import { FIRST_ORG } from './ports.ts';

/** How long a first administrator's link is good for. */
const SETUP_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * The one-time link that makes the first administrator, or `undefined` once any account exists. Called at each start and
 * printed in the terminal; only a keyed hash of its token is stored, so an earlier link cannot be shown again and ends.
 */
export async function ensureSetupLink(parts: AccountParts): Promise<string | undefined> {
  return (await isTaken(parts, FIRST_ORG)) ? undefined : newLink(parts, FIRST_ORG);
}

/**
 * The link that makes the first administrator of another organisation; an earlier one ends. Once anybody is there, it is
 * theirs to let others in: whoever makes links could otherwise walk through the wall.
 * @throws Fault `conflict`
 */
export async function makeSetupLink(parts: AccountParts, org: string): Promise<string> {
  if (await isTaken(parts, org)) throw refusal('conflict', 'This organisation has an account already.');
  return newLink(parts, org);
}

/** The organisation whose administrator the link makes, as long as it does. */
export async function openSetup(parts: AccountParts, token: string): Promise<string | undefined> {
  const org = await parts.setupLinks.orgOf(setupKey(parts, token), parts.clock.now());
  return org === undefined || (await isTaken(parts, org)) ? undefined : org;
}

/** Uses the link up; `false` for everyone but the first. */
export const takeSetupLink = (parts: AccountParts, token: string): Promise<boolean> =>
  parts.setupLinks.take(setupKey(parts, token), parts.clock.now());

/** An account made otherwise (command line) ends the link too. */
async function isTaken({ accounts }: AccountParts, org: string): Promise<boolean> {
  return org === FIRST_ORG ? accounts.any() : (await accounts.ofOrg(org)).length > 0;
}

async function newLink(parts: AccountParts, org: string): Promise<string> {
  const token = parts.chance.token(32);
  await parts.setupLinks.put(setupKey(parts, token), parts.clock.now() + SETUP_LIFE_MS, org);
  return new URL(`/staff/setup?token=${token}`, parts.publicUrl).href;
}

const setupKey = ({ fingerprint }: AccountParts, token: string): Buffer => fingerprint('staff-setup', token);
