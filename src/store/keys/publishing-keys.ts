import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';

const SEED_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** More changes of key than a campaign sees; bounds what a file is read for. */
const MOST_KEYS = 100;
/** What stands before the seed in PKCS#8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

const bytes = (encoding: 'base64' | 'base64url', length: number) =>
  z.string().refine((text) => Buffer.from(text, encoding).length === length, `${String(length)} bytes`);

/** The keys what is published is signed with, oldest first, as they lie in `KEY_FILE`. Only the last one still signs. */
export const publishingKeysFile = z
  .array(
    z.strictObject({
      /** The public key, as a JSON Web Key has it (RFC 8037). */
      x: bytes('base64url', SEED_BYTES),
      /** Day it was made. */
      since: z.iso.date(),
      /** Its secret; a key that signs no more has none. */
      seed: bytes('base64', SEED_BYTES).optional(),
      /** The key before says that this one follows it; missing where that one was stolen. */
      vouched: bytes('base64url', SIGNATURE_BYTES).optional(),
      /** Day it was known that somebody else has its secret. */
      stolen: z.iso.date().optional(),
    }),
  )
  .min(1)
  .max(MOST_KEYS)
  .refine((keys) => keys.at(-1)?.seed !== undefined, 'the last key signs, and its seed is missing');
export type PublishingKeyFile = z.infer<typeof publishingKeysFile>[number];

/** A key what is published is signed with; the last of a list signs. */
export interface PublishingKey {
  x: string;
  since: string;
  vouched?: string;
  stolen?: string;
  sign?: (words: Uint8Array) => Buffer;
}

/** Keys ready for use. Where the file names none there is one, made of the root of the look-up keys. */
export const publishingKeys = (
  listed: readonly PublishingKeyFile[] | undefined,
  first: () => PublishingKeyFile,
): readonly PublishingKey[] =>
  (listed ?? [first()]).map(({ seed, vouched, stolen, x, since }) => {
    const known = {
      ...{ x, since },
      ...(vouched === undefined ? {} : { vouched }),
      ...(stolen === undefined ? {} : { stolen }),
    };
    if (seed === undefined) return known;
    const secret = secretOf(Buffer.from(seed, 'base64'));
    return { ...known, x: publicOf(secret), sign: (words) => sign(null, words, secret) };
  });

/** A key as the file keeps it, of 32 secret bytes. */
export const publishingKeyOf = (seed: Buffer, since: string): PublishingKeyFile => ({
  ...{ x: publicOf(secretOf(seed)), since },
  seed: seed.toString('base64'),
});

const secretOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });

function publicOf(secret: KeyObject): string {
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key has an x.');
  return x;
}
