import type { AccountParts } from '../parts.ts';
import { placeOf } from '../accounts.ts';
import type { StaffAccount } from '../ports.ts';
import { readAttestation } from './answers.ts';
import { CEREMONY_MS, challengeStands, newChallenge, spendChallenge } from './challenge.ts';
import { keysOf, openKey, refOf, sealKey, userHandleOf } from './kept-keys.ts';
import { relyingPartyOf } from './relying-party.ts';

/** COSE numbers: EdDSA, ES256, and RS256 for older Windows machines. */
const ALGORITHMS = [-8, -7, -257];

/**
 * What the page asks the browser for a new key with. The key keeps its account (`residentKey`), so that signing in need
 * not tell anybody which keys an account has.
 * @returns `undefined` where browsers offer no keys, see `relyingPartyOf`
 */
export function enrolmentOptions(parts: AccountParts, account: StaffAccount, bound: string) {
  const party = relyingPartyOf(parts.publicUrl);
  if (party === undefined) return undefined;
  const open = (field: 'email' | 'name'): string =>
    parts.sealer.open(account[field], placeOf(field, account.id));
  return {
    rp: { id: party.id, name: 'Benkan' },
    user: {
      id: userHandleOf(parts, account.id).toString('base64url'),
      name: open('email'),
      displayName: open('name'),
    },
    challenge: Buffer.from(newChallenge(parts, 'enrol', bound)).toString('base64url'),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CEREMONY_MS,
    attestation: 'none',
    excludeCredentials: keysOf(account).map((key) => {
      const { id, transports } = openKey(parts, account.id, key);
      return { type: 'public-key', id, transports };
    }),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  } as const;
}

/**
 * Checks the key that a browser made; `undefined` for anything that is no answer to a question of ours. The returned
 * function adds it, once; `false` where the account has it or has as many as it may.
 */
export async function checkEnrolment(
  parts: AccountParts,
  account: StaffAccount,
  { answer, name, bound }: { answer: string; name: string; bound: string },
): Promise<(() => Promise<boolean>) | undefined> {
  const made = await verify(parts, answer, bound);
  if (made === undefined) return undefined;
  const { id, publicKey, counter, transports, challenge } = made;
  return async () => {
    if (!(await spendChallenge(parts, challenge))) return false;
    return parts.accounts.addKey(account.id, {
      ref: refOf(parts, id),
      sealed: sealKey(parts, account.id, { id, publicKey, transports, name }),
      counter,
      addedAt: parts.clock.now(),
    });
  };
}

async function verify(parts: AccountParts, answer: string, bound: string) {
  const party = relyingPartyOf(parts.publicUrl);
  const read = readAttestation(answer);
  if (party === undefined || read === undefined) return undefined;
  // Loaded when the first key comes, see `sign.ts`.
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { transports = [], ...response } = read.response;
  let challenge = '';
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...read, response },
      expectedChallenge: (given) => {
        challenge = Buffer.from(given, 'base64url').toString('utf8');
        return challengeStands(parts, challenge, 'enrol', bound);
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports, challenge };
  } catch {
    return undefined;
  }
}
