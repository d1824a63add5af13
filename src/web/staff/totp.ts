import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';
import type { Chance } from '../../domain/clock.ts';

/** Seconds a code lives; what every authenticator app assumes (RFC 6238). */
const PERIOD = 30;
/** One step each way, for phones whose clock is off. */
const WINDOW = 1;
const SEED_BYTES = 20;

/** A new seed, base32. */
export function newSeed(chance: Chance): string {
  const bytes = Uint8Array.from(Buffer.from(chance.token(SEED_BYTES), 'base64url'));
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The time step `code` belongs to, or `undefined`. Whether that step is spent already is the store's to say. */
export function stepOf(seed: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = generator(seed).validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/** What an authenticator app reads from the QR code. */
export const seedAddress = (seed: string, email: string): string => generator(seed, email).toString();

/** The address as an image address. Dark on light in both schemes: many readers refuse the reverse. */
export async function qrImage(address: string): Promise<string> {
  const svg = await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 3 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const generator = (seed: string, label = 'Benkan'): TOTP =>
  new TOTP({ issuer: 'Benkan', label, secret: Secret.fromBase32(seed), period: PERIOD, digits: 6 });
