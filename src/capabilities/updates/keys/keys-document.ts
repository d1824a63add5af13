import { z } from 'zod';
import { canonicalJson } from '../model/canonical.ts';
import type { LogHead } from '../log/ports.ts';
import { isTrueKey, type PublicKey, publicKey, signedBy, vouchedBytes } from './public-key.ts';
import type { SigningKeys } from './signing-keys.ts';

const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What stands at `/.well-known/benkan-keys.json` (a JSON Web Key Set with more to it), and in every exported file. */
export const keysDocument = z.strictObject({
  v: z.literal(1),
  log: z.literal('benkan/updates'),
  /** Where the publisher is found, without a slash at the end. */
  url: z.string().min(1).max(300),
  /** Oldest first; the last one signs. */
  keys: z.array(publicKey).min(1).max(100),
  /** Where the log ended when this was written: whoever keeps a copy notices when the end is cut off. */
  head: z.strictObject({ seq: z.int().min(0), hash: digest }),
  /** The last key's, over all of the above. */
  signature: z.string().length(86),
});
export type KeysDocument = z.infer<typeof keysDocument>;
type Said = Omit<KeysDocument, 'signature'>;

const DOCUMENT_DOMAIN = 'benkan/publishing-keys/1';

export function keysDocumentOf(keys: SigningKeys, url: string, { seq, hash }: LogHead): KeysDocument {
  const said: Said = { v: 1, log: 'benkan/updates', url, keys: [...keys.all], head: { seq, hash } };
  return { ...said, signature: keys.sign(signedBytes(said)) };
}

/** Whether the document is as its last key signed it; says nothing of whose key that is. */
export function isTrueDocument({ signature, ...said }: KeysDocument): boolean {
  const last = said.keys.at(-1);
  const kids = new Set(said.keys.map(({ kid }) => kid));
  return (
    last !== undefined &&
    kids.size === said.keys.length &&
    said.keys.every(isTrueKey) &&
    signedBy(last, signedBytes(said), signature)
  );
}

/** Whether who signed the document is believed, and nobody else has that secret. */
export function isBelieved({ keys }: KeysDocument, known: ReadonlyMap<string, PublicKey>): boolean {
  return known.get(keys.at(-1)?.kid ?? '')?.stolen === null;
}

/**
 * Which keys of a document may be believed by whoever trusts some keys already: those, and each that one of them which
 * nobody stole says to follow it.
 */
export function believed(
  { keys }: Pick<KeysDocument, 'keys'>,
  trusted: readonly PublicKey[],
): ReadonlyMap<string, PublicKey> {
  const found = new Map(trusted.map((key) => [key.kid, key]));
  keys.forEach((key, index) => {
    const known = found.get(key.kid);
    if (known !== undefined) {
      // A theft is believed whoever tells of it first.
      if (known.stolen === null && key.stolen !== null) found.set(key.kid, { ...known, stolen: key.stolen });
      return;
    }
    const before = found.get(keys[index - 1]?.kid ?? '');
    if (before === undefined || before.stolen !== null || key.vouched === null) return;
    if (signedBy(before, vouchedBytes(key), key.vouched)) found.set(key.kid, key);
  });
  return found;
}

const signedBytes = (said: Said): Buffer => Buffer.from(`${DOCUMENT_DOMAIN}\n${canonicalJson(said)}`);
