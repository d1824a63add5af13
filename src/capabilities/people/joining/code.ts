import type { Fingerprint } from '../../../conversation/ports.ts';

/** Letters and digits that are not mistaken for each other, read out or written down. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const ONLY_LETTERS = new RegExp(`^[${LETTERS}]+$`, 'u');
const CODE_LENGTH = 8;
const ID_BYTES = 16;

/** Long enough to take the other phone in hand; short enough that nobody finds it on a table. */
export const CODE_LIVES_MS = 10 * 60_000;

/**
 * The code one turn gives: 37 bits that nobody can compute without the keys, and the same however often that turn is run
 * (COMMIT.md rule 8).
 */
export function newCode(
  fingerprint: Fingerprint,
  conversation: string,
  { inbound, call }: { inbound: string; call: number },
): string {
  return codeOf(fingerprint('join-code', conversation, inbound, String(call)));
}

/** Eight letters and digits made of the first bytes of a keyed hash. */
export function codeOf(hash: Buffer): string {
  let rest = BigInt(`0x${hash.subarray(0, ID_BYTES).toString('hex')}`);
  let code = '';
  for (let nth = 0; nth < CODE_LENGTH; nth += 1) {
    code += LETTERS.charAt(Number(rest % BigInt(LETTERS.length)));
    rest /= BigInt(LETTERS.length);
  }
  return code;
}

/** Four and four are typed without losing the place. */
export const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** A code as people type it: small letters, spaces, dashes, letters of a wide keyboard. `null`: it can be none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');
  return code.length === CODE_LENGTH && ONLY_LETTERS.test(code) ? code : null;
}

/** What is kept of a code. */
export const codeKey = (fingerprint: Fingerprint, code: string): Buffer =>
  fingerprint('join-code-kept', code).subarray(0, ID_BYTES);

/** Who asked for it, under a key of this purpose: a talk has one code at a time. */
export const askerKey = (fingerprint: Fingerprint, conversation: string): Buffer =>
  fingerprint('join-asker', conversation).subarray(0, ID_BYTES);

/** Who tries codes. */
export const trierKey = (fingerprint: Fingerprint, conversation: string): Buffer =>
  fingerprint('join-trier', conversation).subarray(0, ID_BYTES);

/** Names a claim by what COMMIT.md rule 8 gives it. */
export const claimKey = (
  fingerprint: Fingerprint,
  conversation: string,
  { inbound, call }: { inbound: string; call: number },
): Buffer => fingerprint('join-claim', conversation, inbound, String(call)).subarray(0, ID_BYTES);
