import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** A body packed once when the process starts: a phone pays for every byte, and the processor for packing only once. */
export interface Packed {
  type: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

export function pack(type: string, plain: Buffer): Packed {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { type, plain, br: brotliCompressSync(plain, { params }), gzip: gzipSync(plain, { level: 9 }) };
}

/** Sends the smallest form the browser takes. */
export function sendPacked(request: Request, response: Response, body: Packed): void {
  const encoding = request.acceptsEncodings('br', 'gzip', 'identity');
  response.vary('Accept-Encoding').set('Content-Type', body.type);
  if (encoding === 'br' || encoding === 'gzip') {
    response.set('Content-Encoding', encoding).send(body[encoding]);
    return;
  }
  response.send(body.plain);
}
