import type { AccountParts } from '../parts.ts';
import type { StaffAccount, StaffKey } from '../ports.ts';
import { type Assertion, readAssertion } from './answers.ts';
import { CEREMONY_MS, challengeStands, newChallenge, type Purpose, spendChallenge } from './challenge.ts';
import { keysOf, openKey, refOf, userHandleOf } from './kept-keys.ts';
import { type RelyingParty, relyingPartyOf } from './relying-party.ts';

/** What the page asks a key to sign. The same for everyone: it names no account and no key. */
export interface SigningOptions {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: 'required';
}

/** @returns `undefined` where browsers offer no keys, see `relyingPartyOf` */
export function signingOptions(
  parts: AccountParts,
  purpose: Purpose,
  bound: string,
): SigningOptions | undefined {
  const party = relyingPartyOf(parts.publicUrl);
  if (party === undefined) return undefined;
  const challenge = Buffer.from(newChallenge(parts, purpose, bound)).toString('base64url');
  return { challenge, rpId: party.id, timeout: CEREMONY_MS, userVerification: 'required' };
}

/** A signature that is right in itself; `take` uses it up. */
export interface Signed {
  /** Spends the challenge and moves the key's counter forward; `false` when either was there before. */
  take(): Promise<'taken' | 'replayed' | 'counter'>;
}

/**
 * Checks a key's answer for this account. Nothing is written before `take`, so that a sign-in whose password is wrong
 * spends nothing. A key that is not among the account's is checked against one nobody has: the same work.
 */
export async function checkSigned(
  parts: AccountParts,
  account: StaffAccount,
  answer: string,
  { purpose, bound }: { purpose: Purpose; bound: string },
): Promise<Signed | undefined> {
  const party = relyingPartyOf(parts.publicUrl);
  const read = readAssertion(answer);
  if (party === undefined || read === undefined) return undefined;
  const wanted = refOf(parts, read.id);
  const key = keysOf(account).find(({ ref }) => ref === wanted);
  const stands = (challenge: string): boolean => challengeStands(parts, challenge, purpose, bound);
  const verified = await verify(read, party, publicKeyOf(parts, account, key), stands);
  if (key === undefined || verified === undefined || !isTheirs(parts, account, read)) return undefined;
  return {
    async take() {
      if (!(await spendChallenge(parts, verified.challenge))) return 'replayed';
      const moved = await parts.accounts.useKey(account.id, key.ref, verified.counter, parts.clock.now());
      return moved ? 'taken' : 'counter';
    },
  };
}

/** The library is loaded when the first key comes: it brings a parser for every maker's certificates. */
async function verify(
  answer: Assertion,
  party: RelyingParty,
  publicKey: Uint8Array<ArrayBuffer>,
  stands: (challenge: string) => boolean,
): Promise<{ counter: number; challenge: string } | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  let challenge = '';
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: (given) => {
        challenge = Buffer.from(given, 'base64url').toString('utf8');
        return stands(challenge);
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Ours is moved in one atomic step afterwards.
      credential: { id: answer.id, publicKey, counter: 0 },
    });
    return verified ? { counter: authenticationInfo.newCounter, challenge } : undefined;
  } catch {
    // It throws for every fault of an answer: another origin, no PIN, bytes that are no key's.
    return undefined;
  }
}

function publicKeyOf(
  parts: AccountParts,
  account: StaffAccount,
  key: StaffKey | undefined,
): Uint8Array<ArrayBuffer> {
  const bytes =
    key === undefined ? NOBODYS_KEY : Buffer.from(openKey(parts, account.id, key).publicKey, 'base64url');
  return new Uint8Array(bytes);
}

/** A key that says whose it is must say the same as we do. */
function isTheirs(parts: AccountParts, account: StaffAccount, { response }: Assertion): boolean {
  const said = response.userHandle;
  return said === undefined || said === '' || said === userHandleOf(parts, account.id).toString('base64url');
}

/** The base point of P-256 as a COSE key: a point like any other, and what it verifies is thrown away. */
const NOBODYS_KEY = Buffer.from(
  'a5010203262001215820' +
    '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '225820' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
);
