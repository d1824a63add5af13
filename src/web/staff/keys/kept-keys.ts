import { placeOf } from '../accounts.ts';
import type { AccountParts } from '../parts.ts';
import type { StaffAccount, StaffKey } from '../ports.ts';

/** More than one, so that a lost one is no catastrophe; not so many that nobody knows which is which. */
export const MOST_KEYS = 5;

/** What a key's envelope holds. */
export interface SealedKey {
  /** Credential id, base64url. */
  id: string;
  /** COSE, base64url. */
  publicKey: string;
  transports: readonly string[];
  /** As its owner calls it. */
  name: string;
}

/** Names a key in look-ups and addresses, and tells nothing of its credential id. */
export const refOf = ({ fingerprint }: Pick<AccountParts, 'fingerprint'>, id: string): string =>
  fingerprint('staff-key', id).toString('hex').slice(0, 32);

/** What the key gives back to say whose it is; says nothing to anybody else. */
export const userHandleOf = ({ fingerprint }: Pick<AccountParts, 'fingerprint'>, account: string): Buffer =>
  fingerprint('staff-user-handle', account);

export const sealKey = ({ sealer }: Pick<AccountParts, 'sealer'>, account: string, key: SealedKey): Buffer =>
  sealer.seal(JSON.stringify(key), placeOf('key', account));

export const openKey = (
  { sealer }: Pick<AccountParts, 'sealer'>,
  account: string,
  { sealed }: Pick<StaffKey, 'sealed'>,
): SealedKey => JSON.parse(sealer.open(sealed, placeOf('key', account))) as SealedKey;

export const keysOf = ({ keys = [] }: Pick<StaffAccount, 'keys'>): readonly StaffKey[] => keys;
