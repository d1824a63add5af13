import { isIP } from 'node:net';

/** The name under which browsers keep keys for us, and the one page address they may be used from. */
export interface RelyingParty {
  /** The host, without scheme and port: a key made for it works nowhere else. */
  id: string;
  origin: string;
}

/**
 * Who we are to a security key, from `PUBLIC_URL`; `undefined` where browsers offer none: addresses of digits, and
 * plain HTTP anywhere but on one's own machine.
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | undefined {
  const { hostname, origin, protocol } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  if (protocol !== 'https:' && hostname !== 'localhost') return undefined;
  return { id: hostname, origin };
}
