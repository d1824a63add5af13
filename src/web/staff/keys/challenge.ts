import { timingSafeEqual } from 'node:crypto';
import type { AccountParts } from '../parts.ts';

/** What a challenge was given out for; it serves nothing else. */
export type Purpose = 'sign-in' | 'confirm' | 'enrol';

/** A person looks for their key and types its PIN: two minutes, and one for slow phones. */
const LIFE_MS = 3 * 60 * 1000;
export const CEREMONY_MS = 2 * 60 * 1000;

type ChallengeParts = Pick<AccountParts, 'challenges' | 'clock' | 'chance' | 'fingerprint'>;

/**
 * A challenge carries its own end and a keyed mark of what it is for and whom it was given to, so that giving one out
 * writes nothing: strangers may ask for as many as they like.
 * @param bound the half-open sign-in or the session it belongs to
 */
export function newChallenge(parts: ChallengeParts, purpose: Purpose, bound: string): string {
  const ends = String(parts.clock.now() + LIFE_MS);
  const nonce = parts.chance.token(16);
  return `${ends}.${nonce}.${markOf(parts, purpose, bound, ends, nonce).toString('base64url')}`;
}

/** Whether it is one of ours, for this, for them, and not over. */
export function challengeStands(
  parts: ChallengeParts,
  challenge: string,
  purpose: Purpose,
  bound: string,
): boolean {
  const [ends = '', nonce = '', mark = ''] = challenge.split('.');
  const expected = markOf(parts, purpose, bound, ends, nonce);
  const given = Buffer.from(mark, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const left = Number(ends) - parts.clock.now();
  // A clock that went back must not lengthen its life.
  return left > 0 && left <= LIFE_MS;
}

/** Uses it up: of any number of answers to one challenge exactly one gets `true`. */
export const spendChallenge = (parts: ChallengeParts, challenge: string): Promise<boolean> =>
  parts.challenges.spend(parts.fingerprint('staff-challenge-spent', challenge), parts.clock.now() + LIFE_MS);

const markOf = (
  { fingerprint }: ChallengeParts,
  purpose: Purpose,
  bound: string,
  ends: string,
  nonce: string,
): Buffer => fingerprint('staff-challenge', purpose, bound, ends, nonce);
