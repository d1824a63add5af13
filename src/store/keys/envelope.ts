import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Fault } from '../../domain/faults.ts';
import { drawnBytes } from './drawn.ts';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM envelope: version (1 byte) | nonce (12) | tag (16) | ciphertext.
 * `place` is authenticated but not stored, so bytes copied to another document or field do not open (NIST SP 800-38D).
 * @param key 32 bytes
 */
export function seal(key: Buffer, plain: string, place: string): Buffer {
  const iv = drawnBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(plain, 'utf8');
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/** Opens what {@link seal} made. Throws a `Fault` (`sealed_unreadable`) for changed, swapped or foreign bytes. */
export function open(key: Buffer, sealed: Uint8Array, place: string): string {
  try {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes[0] !== VERSION || bytes.length < HEAD_BYTES) throw new Error('not an envelope of version 1');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV_BYTES));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(1 + IV_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Fault(
      'bug',
      'sealed_unreadable',
      `A sealed value at ${place.split('/')[0] ?? '?'} does not open.`,
      { cause },
    );
  }
}
