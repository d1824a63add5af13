import { Pool } from 'undici';
import type { Fetched } from '../../conversation/ports.ts';
import { MAX_SENT_BYTES } from '../../domain/media.ts';

const CONNECT_WITHIN_MS = 5_000;
/** Files are for nobody who waits; more at once would only take the memory of messages. */
const CONNECTIONS = 4;
/** The platform is away, or its network is. */
const AWAY_MS = 30_000;
/** Only an operator can mend a token that is refused. */
const REFUSED_MS = 10 * 60_000;
/** No platform asks for more patience than this, and a file does not live for ever. */
const LONGEST_MS = 60 * 60_000;

/** What is to be read: a path of the host, and what shows that we may. */
export interface Wanted {
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** Reads files from one host over connections of its own, so that no reply waits behind a file. */
export interface Downloads {
  readonly origin: string;
  /** One GET; never rejects. Nothing over `MAX_SENT_BYTES` is kept, whatever length was named; no redirect is followed. */
  get(wanted: Wanted, most?: number): Promise<Fetched>;
  close(): Promise<void>;
}

export function downloadsFrom(origin: string, answerWithinMs: number): Downloads {
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_WITHIN_MS,
    headersTimeout: answerWithinMs,
    bodyTimeout: answerWithinMs,
  });
  return {
    origin,
    get: (wanted, most = MAX_SENT_BYTES) => get(pool, wanted, most).catch(() => later(AWAY_MS)),
    close: () => pool.destroy(),
  };
}

async function get(pool: Pool, { path, headers = {} }: Wanted, most: number): Promise<Fetched> {
  const answer = await pool.request({ method: 'GET', path, headers });
  const { statusCode, body } = answer;
  // Of a body that is let go.
  body.on('error', () => undefined);
  if (statusCode !== 200) {
    body.destroy();
    return refusedAs(statusCode, headerOf(answer.headers, 'retry-after'));
  }
  if (Number(headerOf(answer.headers, 'content-length') ?? 0) > most) {
    body.destroy();
    return { kind: 'too_large' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop ends the connection.
    if (bytes > most) return { kind: 'too_large' };
    chunks.push(chunk);
  }
  const type = headerOf(answer.headers, 'content-type') ?? 'application/octet-stream';
  return { kind: 'file', type, bytes: Buffer.concat(chunks) };
}

/** A redirect leads to a host nobody has named: it is not followed, and will be the same next time. */
function refusedAs(status: number, retryAfter: string | undefined): Fetched {
  if (status === 429 || status >= 500) return later(pauseOf(retryAfter));
  if (status === 401 || status === 403) return later(REFUSED_MS);
  return { kind: 'gone' };
}

const later = (afterMs: number): Fetched => ({ kind: 'later', afterMs });

function pauseOf(retryAfter: string | undefined): number {
  const ms = Number(retryAfter) * 1000;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_MS) : AWAY_MS;
}

const headerOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): string | undefined => [headers[name]].flat()[0];
