import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../domain/clock.ts';
import { secretCheck } from '../platform/secret.ts';

/** How the gateway shows who it is. Names of headers in small letters. */
export type Auth =
  /** It sends the secret itself: as it is, or in `authorization` as a bearer's token or a password. */
  | { kind: 'secret'; header: string; secret: string }
  /** It sends the HMAC-SHA-256 of the body, and of the time in a header of its own where it has one after it. */
  | { kind: 'hmac'; header: string; secret: string; timeHeader?: string };

/** Whether a request is the gateway's. In constant time. */
export type Allowed = (headers: IncomingHttpHeaders, bytes: Buffer) => boolean;

const DAY_MS = 86_400_000;
/** Ids of messages are remembered so long (T11): what is younger is known when it comes again, what is older is refused. */
const OLDEST_MS = 8 * DAY_MS;
/** A phone that serves as a gateway may have a wrong clock. */
const NEWEST_MS = DAY_MS;

export function allowedBy(auth: Auth, clock: Clock): Allowed {
  return auth.kind === 'secret' ? bySecret(auth) : bySignature(auth, clock);
}

function bySecret({ header, secret }: Extract<Auth, { kind: 'secret' }>): Allowed {
  const right = secretCheck(secret);
  return (headers) => {
    const given = headers[header];
    if (header !== 'authorization' || typeof given !== 'string') return right(given);
    const [, scheme = '', rest = ''] = /^(\w+) +(.*)$/su.exec(given) ?? [];
    if (scheme.toLowerCase() === 'bearer') return right(rest);
    if (scheme.toLowerCase() !== 'basic') return right(given);
    const [, password] = /^[^:]*:(.*)$/su.exec(Buffer.from(rest, 'base64').toString()) ?? [];
    return right(password);
  };
}

function bySignature({ header, secret, timeHeader }: Extract<Auth, { kind: 'hmac' }>, clock: Clock): Allowed {
  return (headers, bytes) => {
    const time = timeHeader === undefined ? '' : headers[timeHeader];
    const given = headers[header];
    if (typeof time !== 'string' || typeof given !== 'string') return false;
    const mac = createHmac('sha256', secret).update(bytes).update(time).digest();
    const signature = given.replace(/^sha256=/u, '');
    const right = /^[0-9a-f]{64}$/iu.test(signature)
      ? secretCheck(mac.toString('hex'))(signature.toLowerCase())
      : secretCheck(mac.toString('base64'))(signature);
    return right && (timeHeader === undefined || isRecent(time, clock.now()));
  };
}

/** Seconds since 1970, or milliseconds. */
function isRecent(time: string, now: number): boolean {
  if (!/^\d{1,14}$/u.test(time)) return false;
  const at = Number(time) * (time.length > 11 ? 1 : 1000);
  return now - at < OLDEST_MS && at - now < NEWEST_MS;
}
