import { refusal } from '../../../domain/faults.ts';
import { thumbprint, vouchedBytes } from './public-key.ts';

/** A key as the keyring's file has it. */
interface Listed {
  x: string;
  since: string;
  seed?: string | undefined;
  vouched?: string | undefined;
  stolen?: string | undefined;
}

/** More changes than a campaign sees. */
const MOST_KEYS = 100;

/**
 * The list of keys with a new one at its end. The old one vouches for it, unless somebody else has it; its secret is not
 * kept: what it signed is good without.
 * @throws Fault `too_many_keys`, `no_publishing_key`
 */
export function rotated<Key extends Listed>(
  keys: readonly Key[],
  next: Key,
  { sign, day, stolen }: { sign: ((words: Uint8Array) => Buffer) | undefined; day: string; stolen: boolean },
): Key[] {
  if (keys.length >= MOST_KEYS)
    throw refusal('too_many_keys', 'The keyring has a hundred keys of the publisher: begin a new one.');
  if (sign === undefined) throw refusal('no_publishing_key', 'The last key of the publisher has no secret.');
  const old = keys.map((key, index) => {
    const kept = { ...key };
    delete kept.seed;
    return stolen && index === keys.length - 1 ? { ...kept, stolen: day } : kept;
  });
  const vouched = sign(vouchedBytes({ kid: thumbprint(next.x), since: next.since })).toString('base64url');
  return [...old, stolen ? next : { ...next, vouched }];
}
