import { timingSafeEqual } from 'node:crypto';
import type { Fingerprint } from './ports.ts';

const MAC_BYTES = 12;
const MAC_CHARS = 16;
const VERSION = '1';

/** Telegram's limit on callback data, the tightest of all channels, in bytes. */
export const MAX_TOKEN_BYTES = 64;
/** What is left of it for the key of a choice. The flow checker refuses longer ones. */
export const MAX_CHOICE_KEY_BYTES = MAX_TOKEN_BYTES - VERSION.length - MAC_CHARS;

/** The question a button belongs to. */
export interface Asked {
  person: string;
  sid: string;
  step: string;
}

/**
 * A button's token, final form (T12): `1` | 12 bytes of HMAC-SHA-256 over (person, session, step, choice) as base64url |
 * the choice's key. Forging one takes 2^96 tries; another person's or another session's never fits.
 */
export function choiceToken(fingerprint: Fingerprint, { person, sid, step }: Asked, choice: string): string {
  const mac = fingerprint('choice', person, sid, step, choice).subarray(0, MAC_BYTES);
  return `${VERSION}${mac.toString('base64url')}${choice}`;
}

/** The choice a token names if it was made for this very question, else `null`. */
export function readChoiceToken(fingerprint: Fingerprint, asked: Asked, token: string): string | null {
  if (!token.startsWith(VERSION) || token.length <= VERSION.length + MAC_CHARS) return null;
  const choice = token.slice(VERSION.length + MAC_CHARS);
  const expected = Buffer.from(choiceToken(fingerprint, asked, choice));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given) ? choice : null;
}
