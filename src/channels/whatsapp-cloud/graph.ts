import { createHash } from 'node:crypto';
import { Pool } from 'undici';
import type { Media } from '../../domain/media.ts';
import { type Answered, call } from '../platform/call.ts';
import type { CloudError } from './outcome.ts';

/** The version of the Graph API these shapes are of; Meta keeps one for two years. */
const VERSION = 'v24.0';
/** Eighty messages a second is a number's pace; a request takes a fraction of a second. */
const CONNECTIONS = 64;
const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 30_000;

export type GraphAnswer = Answered<{ id?: string; error?: CloudError }>;

/** Calls of the Graph API for one number, over kept connections. Each rejects with `NoAnswer`. */
export interface Graph {
  send(message: object): Promise<GraphAnswer>;
  /** Puts a recording up; the answer names it for 30 days. */
  upload(media: Media): Promise<GraphAnswer>;
  close(): Promise<void>;
}

export function graph(apiRoot: string, token: string, phoneNumberId: string): Graph {
  const root = new URL(apiRoot);
  const pool = new Pool(root.origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_WITHIN_MS,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  });
  const path = `${root.pathname.replace(/\/$/, '')}/${VERSION}/${phoneNumberId}`;
  const ask = (name: string, type: string, body: string | Buffer): Promise<GraphAnswer> =>
    call(pool, {
      path: `${path}/${name}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
  return {
    send: (message) =>
      ask('messages', 'application/json', JSON.stringify({ messaging_product: 'whatsapp', ...message })),
    upload: (media) => {
      const { type, body } = formOf(media);
      return ask('media', type, body);
    },
    close: () => pool.destroy(),
  };
}

/** multipart/form-data (RFC 7578). The boundary is what the content does not contain: its own hash. */
function formOf({ type, bytes }: Media): { type: string; body: Buffer } {
  const boundary = createHash('sha256').update(bytes).digest('hex');
  const field = (name: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="benkan"\r\nContent-Type: ${type}\r\n\r\n`;
  const head = `${field('messaging_product', 'whatsapp')}${field('type', type)}${file}`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
