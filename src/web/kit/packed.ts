import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, constants, createGzip, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** A body packed once and sent many times: a phone pays for every byte, and the processor for packing only once. */
export interface Packed {
  type: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

export function pack(type: string, plain: Buffer): Packed {
  // A font is packed already.
  if (type.startsWith('font/')) return { type, plain, br: plain, gzip: plain };
  return {
    type,
    plain,
    br: brotli(plain, constants.BROTLI_MAX_QUALITY),
    gzip: gzipSync(plain, { level: 9 }),
  };
}

/** The same, packed when it is first asked for. */
export function packLater(type: string, plain: Buffer): () => Packed {
  let packed: Packed | undefined;
  return () => (packed ??= pack(type, plain));
}

/** Sends the smallest form the browser takes. */
export function sendPacked(request: Request, response: Response, body: Packed): void {
  response.vary('Accept-Encoding').set('Content-Type', body.type);
  const encoding = wanted(request);
  if (encoding === undefined || body[encoding] === body.plain) response.send(body.plain);
  else response.set('Content-Encoding', encoding).send(body[encoding]);
}

/**
 * Packs a page that is sent once, in about a millisecond. What a stranger puts into it cannot be used to guess the rest
 * by its size (BREACH): a request that another site makes carries no session.
 */
export function sendPackedOnce(request: Request, response: Response, text: string): void {
  const plain = Buffer.from(text);
  response.vary('Accept-Encoding');
  const encoding = plain.length < WORTH_PACKING ? undefined : wanted(request);
  if (encoding === undefined) response.send(plain);
  else {
    const packed = encoding === 'br' ? brotli(plain, QUICK_QUALITY) : gzipSync(plain, { level: 6 });
    response.set('Content-Encoding', encoding).send(packed);
  }
}

/**
 * Sends what is made on the way, as fast as the reader takes it, and ends when it is told in full or the reader is gone.
 * Whatever fails on the way cuts the connection: a file without its end must not look whole.
 * @param patienceMs after which a reader who takes nothing is taken for gone
 */
export async function sendStreamed(
  request: Request,
  response: Response,
  { parts, patienceMs = STALLED_MS }: { parts: AsyncIterable<string>; patienceMs?: number },
): Promise<void> {
  const packed = request.acceptsEncodings('gzip', 'identity') === 'gzip';
  response.vary('Accept-Encoding').setTimeout(patienceMs);
  if (packed) response.set('Content-Encoding', 'gzip');
  const told = telling(parts);
  const source = Readable.from(told);
  try {
    await (packed ? pipeline(source, createGzip(), response) : pipeline(source, response));
  } catch (cause) {
    // Otherwise the reader is gone, which is said in several ways and is no fault of anybody's.
    if (told.failed()) throw cause;
  }
}

/** Longer than a line of the countryside is dead for at a time. */
const STALLED_MS = 120_000;

/** The same parts, which tell whether they failed; a stream that is cut throws its own error into what can take one. */
function telling(parts: AsyncIterable<string>): AsyncIterable<string> & { failed(): boolean } {
  let failed = false;
  return {
    failed: () => failed,
    [Symbol.asyncIterator]() {
      const each = parts[Symbol.asyncIterator]();
      return {
        async next() {
          try {
            return await each.next();
          } catch (cause) {
            failed = true;
            throw cause;
          }
        },
        return: async () => (await each.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}

/** Fits into one packet as it is. */
const WORTH_PACKING = 1024;
/** Beyond it a page takes several times as long and becomes a tenth smaller. */
const QUICK_QUALITY = 5;

const brotli = (plain: Buffer, quality: number): Buffer =>
  brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });

function wanted(request: Request): 'br' | 'gzip' | undefined {
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
  return encoding === 'br' || encoding === 'gzip' ? encoding : undefined;
}
