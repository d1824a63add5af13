import type { IncomingMessage } from 'node:http';

export type Body = { bytes: Buffer } | { refused: 413 | 415 };

/**
 * Reads a body as it came, because a signature is over its very bytes. What is longer than `most` bytes is not kept, and
 * nothing is ever unpacked (no platform compresses). The content type is not looked at: whoever speaks has shown who it is.
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Body> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return { refused: 415 };
  if (Number(request.headers['content-length'] ?? 0) > most) return { refused: 413 };
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A `for await` that is left destroys the request, and its answer with it; so the events.
  const whole = await new Promise<boolean>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) resolve(false);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(true));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The caller hung up.')));
  });
  return whole ? { bytes: Buffer.concat(chunks) } : { refused: 413 };
}

/** A JSON object; `undefined` for anything else. */
export function objectIn(bytes: Buffer): object | undefined {
  try {
    const json: unknown = JSON.parse(bytes.toString());
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
