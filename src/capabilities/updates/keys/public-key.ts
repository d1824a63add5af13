import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { canonicalJson } from '../model/canonical.ts';

/** What anybody may know of a key that signs: a JSON Web Key (RFC 8037), and whether it may still be trusted. */
export const publicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  /** Thumbprint of the key (RFC 7638): whoever has compared it has compared the key. */
  kid: z.string().length(43),
  x: z.string().length(43),
  /** Day it was made. */
  since: z.iso.date(),
  /** Signature of the key before over this one; null for the first, and where the one before was stolen. */
  vouched: z.string().length(86).nullable(),
  /** Day it was known that somebody else has its secret; null for a key in good hands. */
  stolen: z.iso.date().nullable(),
});
export type PublicKey = z.infer<typeof publicKey>;

/** Begins what is signed about keys, so that no signature over something else serves for it. */
const KEY_DOMAIN = 'benkan/publishing-key/1';

/** What a key signs to say that another one follows it. */
export const vouchedBytes = ({ kid, since }: Pick<PublicKey, 'kid' | 'since'>): Buffer =>
  Buffer.from(`${KEY_DOMAIN}\n${canonicalJson({ kid, since })}`);

/** RFC 7638 over the members it names, in their order. */
export const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

/** Whether `signature` (base64url) is this key's over these bytes; `false` too for what is no key or no signature. */
export function signedBy({ x }: Pick<PublicKey, 'x'>, words: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(signature, 'base64url');
  // Base64url has more than one spelling of the same bytes; only one is ours.
  if (raw.toString('base64url') !== signature) return false;
  try {
    return verify(null, words, keyObject(x), raw);
  } catch {
    return false;
  }
}

/** Reading a key costs as much as a signature. */
const read = new LRUCache<string, KeyObject>({ max: 100 });

function keyObject(x: string): KeyObject {
  const known = read.get(x);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  read.set(x, key);
  return key;
}

/** The key's words are its own: its id is its thumbprint, in the one spelling. */
export const isTrueKey = ({ kid, x }: PublicKey): boolean =>
  kid === thumbprint(x) && Buffer.from(x, 'base64url').toString('base64url') === x;
