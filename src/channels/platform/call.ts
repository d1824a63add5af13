import { type Dispatcher, Pool } from 'undici';

const CONNECT_WITHIN_MS = 5_000;
/** No answer of a platform comes near this; a proxy's error page could. */
const MAX_ANSWER_BYTES = 8_000_000;

/** A call that brought no answer. `written` tells whether the request may have reached it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;
  readonly written: boolean;

  constructor(code: string, written: boolean, cause?: unknown) {
    super(`No answer from the platform (${code}).`, { cause });
    this.code = code;
    this.written = written;
  }
}

export interface Asked {
  /** POST where it is left out. */
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

/** What came back, as it came. */
export interface Exchanged {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/** What came back: the status, and the body as JSON. */
export interface Answered<T> {
  status: number;
  json: T;
}

/** A platform's API over kept connections. */
export interface Connected {
  /** Scheme, host and port. */
  readonly origin: string;
  /** One request; `path` is what follows the root. Rejects with `NoAnswer`; redirections are not followed. */
  exchange: (asked: Asked, until?: AbortSignal) => Promise<Exchanged>;
  /** The same where the answer is to be JSON; where it is none, that is no answer. */
  call: <T>(asked: Asked, until?: AbortSignal) => Promise<Answered<T>>;
  close: () => Promise<void>;
}

/** @param apiRoot where its paths begin; no slash at the end is needed */
export function connectedTo(
  apiRoot: string,
  { connections, answerWithinMs }: { connections: number; answerWithinMs: number },
): Connected {
  const { origin, pathname } = new URL(apiRoot);
  const pool = new Pool(origin, {
    connections,
    connectTimeout: CONNECT_WITHIN_MS,
    headersTimeout: answerWithinMs,
    bodyTimeout: answerWithinMs,
  });
  const root = pathname.replace(/\/$/, '');
  const exchanged = (asked: Asked, until?: AbortSignal): Promise<Exchanged> =>
    exchange(pool, { ...asked, path: `${root}${asked.path}` }, until);
  return {
    origin,
    exchange: exchanged,
    call: async (asked, until) => answeredIn(await exchanged(asked, until)),
    close: () => pool.destroy(),
  };
}

function answeredIn<T>({ status, text }: Exchanged): Answered<T> {
  try {
    return { status, json: JSON.parse(text) as T };
  } catch {
    throw new NoAnswer(`http_${status}`, true);
  }
}

/** Faster than `fetch`, and it tells whether the request may have been taken. */
function exchange(
  pool: Pool,
  { method = 'POST', path, headers, body }: Asked,
  until?: AbortSignal,
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let status = 0;
    let came: Exchanged['headers'] = {};
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
      { method, path, headers, ...(body !== undefined && { body }) },
      {
        // Called when a connection is there and the request is about to be written to it.
        onRequestStart: (begun) => {
          written = true;
          controller = begun;
        },
        onResponseStart: (_controller, code, names) => {
          status = code;
          came = names;
        },
        onResponseData: (begun, chunk) => {
          bytes += chunk.length;
          if (bytes > MAX_ANSWER_BYTES) begun.abort(new NoAnswer('answer_too_large', true));
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          done();
          resolve({ status, headers: came, text: Buffer.concat(chunks).toString() });
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
