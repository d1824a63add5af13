import type { AccountParts } from './parts.ts';

/** How long the first administrator's link is good for. */
const SETUP_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * The one-time link that makes the first administrator, or `undefined` once any account exists. Called at each start and
 * printed in the terminal; only a keyed hash of its token is stored, so an earlier link cannot be shown again and ends.
 */
export async function ensureSetupLink(parts: AccountParts): Promise<string | undefined> {
  if (await parts.accounts.any()) return undefined;
  const token = parts.chance.token(32);
  await parts.setupLinks.put(setupKey(parts, token), parts.clock.now() + SETUP_LIFE_MS);
  return new URL(`/staff/setup?token=${token}`, parts.publicUrl).href;
}

/** Whether the link still makes an administrator. An account made otherwise (command line) ends it too. */
export async function setupIsOpen(parts: AccountParts, token: string): Promise<boolean> {
  if (!(await parts.setupLinks.isOpen(setupKey(parts, token), parts.clock.now()))) return false;
  return !(await parts.accounts.any());
}

/** Uses the link up; `false` for everyone but the first. */
export const takeSetupLink = (parts: AccountParts, token: string): Promise<boolean> =>
  parts.setupLinks.take(setupKey(parts, token), parts.clock.now());

const setupKey = ({ fingerprint }: AccountParts, token: string): Buffer => fingerprint('staff-setup', token);
