import type { IncomingMessage } from 'node:http';

/** Telegram's updates stay under 100 kB; this is ten times more. */
const MAX_BYTES = 1_000_000;

export type Body = { json: object } | { refused: 400 | 413 | 415 };

/**
 * Reads a JSON object. What is too long is not kept, and nothing is ever unpacked (Telegram never compresses). The
 * content type is not looked at: the secret said who speaks, and the bytes say whether it is JSON.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return { refused: 415 };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return { refused: 413 };
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A `for await` that is left destroys the request, and its answer with it; so the events.
  const whole = await new Promise<boolean>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) resolve(false);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(true));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The caller hung up.')));
  });
  return whole ? parse(Buffer.concat(chunks).toString()) : { refused: 413 };
}

function parse(text: string): Body {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { json } : { refused: 400 };
  } catch {
    return { refused: 400 };
  }
}
