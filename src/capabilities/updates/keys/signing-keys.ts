import { Fault } from '../../../domain/faults.ts';
import { type PublicKey, thumbprint } from './public-key.ts';

/** A key as the keyring hands it over. */
export interface OwnKey {
  x: string;
  since: string;
  vouched?: string;
  stolen?: string;
  sign?: (words: Uint8Array) => Buffer;
}

/** The publisher's own keys: all that ever signed, and the one that signs now. */
export interface SigningKeys {
  /** Oldest first. */
  all: readonly PublicKey[];
  /** Id of the one that signs. */
  current: string;
  /** Base64url. */
  sign(words: Uint8Array): string;
}

/** @throws Fault `bug` where the last key cannot sign */
export function signingKeys(keys: readonly OwnKey[]): SigningKeys {
  const all = keys.map(publicKeyOf);
  const [last, known] = [keys.at(-1), all.at(-1)];
  const sign = last?.sign;
  if (sign === undefined || known === undefined)
    throw new Fault('bug', 'no_publishing_key', 'The keyring has no key to sign what is published.');
  return { all, current: known.kid, sign: (words) => sign(words).toString('base64url') };
}

/** What may be known of a key. */
export const publicKeyOf = ({ x, since, vouched, stolen }: Omit<OwnKey, 'sign'>): PublicKey => ({
  ...{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' },
  ...{ kid: thumbprint(x), x, since, vouched: vouched ?? null, stolen: stolen ?? null },
});
