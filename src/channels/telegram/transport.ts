import { Api } from 'grammy';
import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import { type Form, formOf, hasFile } from './form.ts';

/** Over this many calls in flight, the others wait: Telegram allows about 30 messages a second to one bot. */
const CONNECTIONS = 64;
const CONNECT_WITHIN_MS = 5_000;
/** `getUpdates` is held for up to 30 s by Telegram itself. */
const ANSWER_WITHIN_MS = 40_000;
/** No answer of the methods used here comes near this; a proxy's error page could. */
const MAX_ANSWER_BYTES = 8_000_000;

/** A call that brought no answer from Telegram. `written` tells whether the request may have reached it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;
  readonly written: boolean;

  constructor(code: string, written: boolean, cause?: unknown) {
    super(`No answer from the Bot API (${code}).`, { cause });
    this.code = code;
    this.written = written;
  }
}

/** Where calls go out, and how they end. */
export interface Transport {
  /** grammY's client over the kept connections; all its calls end when `until` fires. */
  api(until?: AbortSignal): Api;
  close(): Promise<void>;
}

/**
 * Stands in for grammY's own HTTP client, whose node-fetch, abort signal and timer for each call cost more than the call.
 * Calls are JSON; only one with a file is a form.
 */
export function leanTransport(apiRoot: string, token: string): Transport {
  const root = new URL(apiRoot);
  const pool = new Pool(root.origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_WITHIN_MS,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  });
  const prefix = `${root.pathname.replace(/\/$/, '')}/bot${token}/`;
  return {
    api(until) {
      const api = new Api(token, { apiRoot: root.origin });
      api.config.use((_previous, method, payload) => {
        const path = `${prefix}${method}`;
        if (!hasFile(payload))
          return call(pool, path, { type: JSON_TYPE, body: JSON.stringify(payload) }, until);
        return formOf(payload).then((form) => call(pool, path, form, until));
      });
      return api;
    },
    close: () => pool.destroy(),
  };
}

const JSON_TYPE = 'application/json';

function call<T>(
  pool: Pool,
  path: string,
  { type, body }: Form | { type: string; body: string },
  until: AbortSignal | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let written = false;
    let controller: Dispatcher.DispatchController | undefined;
    const abort = (): void => {
      controller?.abort(new NoAnswer('aborted', written));
      reject(new NoAnswer('aborted', written));
    };
    if (until?.aborted) {
      abort();
      return;
    }
    until?.addEventListener('abort', abort);
    const done = (): void => until?.removeEventListener('abort', abort);
    pool.dispatch(
      { method: 'POST', path, headers: { 'content-type': type }, body },
      {
        // Called when a connection is there and the request is about to be written to it.
        onRequestStart: (begun) => {
          written = true;
          controller = begun;
        },
        onResponseStart: (_controller, code) => {
          status = code;
        },
        onResponseData: (begun, chunk) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES) begun.abort(new NoAnswer('answer_too_large', true));
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          done();
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()) as T);
          } catch {
            reject(new NoAnswer(`http_${status}`, true));
          }
        },
        onResponseError: (_controller, error) => {
          done();
          reject(error instanceof NoAnswer ? error : new NoAnswer(codeOf(error), written, error));
        },
      },
    );
  });
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;
