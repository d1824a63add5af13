import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import { open, seal } from './envelope.ts';
import {
  type PublishingKey,
  type PublishingKeyFile,
  publishingKeyOf,
  publishingKeys,
  publishingKeysFile,
} from './publishing-keys.ts';

const KEY_BYTES = 32;
const base64Key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES, '32 bytes in base64');

/** What lies in `KEY_FILE`. It never enters MongoDB, and a backup without it is unreadable. */
export const keyringFile = z
  .strictObject({
    format: z.literal(1),
    /** Names the keyring; the database remembers which one it was made with. */
    id: z.string().min(8),
    environment: z.enum(['development', 'production', 'test']),
    /** The epoch whose key-encryption key wraps new data keys. */
    current: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
    keks: z.record(z.string(), base64Key),
    /** Root of the look-up keys; changes only with an offline re-index. */
    lookup: base64Key,
    /** What publications are signed with; from the first change of that key on. */
    publishing: publishingKeysFile.optional(),
  })
  .refine(({ current, keks }) => Object.hasOwn(keks, current), 'the key of the current epoch is missing');
export type KeyringFile = z.infer<typeof keyringFile>;

/** A person's data key as it is stored. */
export interface WrappedKey {
  epoch: string;
  sealed: Uint8Array;
}

export interface Keyring {
  readonly id: string;
  /** The epoch whose key wraps new data keys, and all whose keys are there; each names its first month or day. */
  readonly current: string;
  readonly epochs: readonly string[];
  /** A new data key, in clear for use and wrapped for storage. `owner` is authenticated with it. */
  newDataKey(owner: string): { key: Buffer; wrapped: { epoch: string; sealed: Buffer } };
  /** Throws a `Fault` when the epoch's key is gone or the key belongs to someone else. */
  unwrap(wrapped: WrappedKey, owner: string): Buffer;
  /** Seals what belongs to no one person (staff, items that must outlive a person's key). */
  readonly sealer: Sealer;
  readonly fingerprint: Fingerprint;
  /** Oldest first; the last one signs what is published (U5). */
  readonly publishing: readonly PublishingKey[];
}

/** Fresh keys for a development machine; in production an operator makes the file once and keeps it apart. */
export function newKeyringFile(environment: KeyringFile['environment'], epoch: string): KeyringFile {
  const key = (): string => randomBytes(KEY_BYTES).toString('base64');
  return {
    format: 1,
    id: randomBytes(9).toString('base64url'),
    environment,
    current: epoch,
    keks: { [epoch]: key() },
    lookup: key(),
  };
}

/** Keys ready for use. Each purpose has its own key, derived by HKDF-SHA-256 (RFC 5869). */
export function keyring(file: KeyringFile): Keyring {
  const keks = new Map(
    Object.entries(file.keks).map(([epoch, text]) => [epoch, Buffer.from(text, 'base64')]),
  );
  const kek = (epoch: string): Buffer => {
    const key = keks.get(epoch);
    if (key === undefined)
      throw new Fault('bug', 'key_gone', `The key of epoch ${epoch} is not in the keyring.`);
    return key;
  };
  return {
    id: file.id,
    current: file.current,
    epochs: [...keks.keys()].sort(),
    newDataKey(owner) {
      const key = randomBytes(KEY_BYTES);
      const sealed = seal(kek(file.current), key.toString('base64'), `people/key/${owner}`);
      return { key, wrapped: { epoch: file.current, sealed } };
    },
    unwrap: ({ epoch, sealed }, owner) =>
      Buffer.from(open(kek(epoch), sealed, `people/key/${owner}`), 'base64'),
    sealer: systemSealer(file.current, kek),
    fingerprint: fingerprints(Buffer.from(file.lookup, 'base64')),
    publishing: publishingKeys(file.publishing, () => firstPublishingKey(file)),
  };
}

/** An installation signs from its first day without another secret to look after; a change of key makes one of its own. */
export const firstPublishingKey = ({
  lookup,
  keks,
}: Pick<KeyringFile, 'lookup' | 'keks'>): PublishingKeyFile => {
  const [oldest = ''] = Object.keys(keks).sort();
  return publishingKeyOf(derive(Buffer.from(lookup, 'base64'), 'publishing'), oldest.padEnd(10, '-01'));
};

/** The epoch stands before the envelope, so that values sealed before a rotation still open. */
function systemSealer(current: string, kek: (epoch: string) => Buffer): Sealer {
  const keys = new Map<string, Buffer>();
  const keyOf = (epoch: string): Buffer => {
    const known = keys.get(epoch);
    if (known !== undefined) return known;
    const key = derive(kek(epoch), 'system');
    keys.set(epoch, key);
    return key;
  };
  return {
    seal(plain, place) {
      const head = Buffer.from(`${current}\n`);
      return Buffer.concat([head, seal(keyOf(current), plain, place)]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const end = bytes.indexOf(0x0a);
      return open(
        keyOf(bytes.subarray(0, Math.max(end, 0)).toString('utf8')),
        bytes.subarray(end + 1),
        place,
      );
    },
  };
}

function fingerprints(root: Buffer): Fingerprint {
  const keys = new Map<string, KeyObject>();
  return (purpose, ...parts) => {
    let key = keys.get(purpose);
    if (key === undefined) {
      key = createSecretKey(derive(root, `look-up/${purpose}`));
      keys.set(purpose, key);
    }
    // A length before each part keeps ("ab", "c") and ("a", "bc") apart.
    let message = '';
    for (const part of parts) message += `${Buffer.byteLength(part)}:${part}`;
    // Crossing into the library costs more than the hashing: one update, and a digest that makes no Buffer there.
    return Buffer.from(createHmac('sha256', key).update(message).digest('binary'), 'binary');
  };
}

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `benkan/1/${purpose}`, KEY_BYTES));
