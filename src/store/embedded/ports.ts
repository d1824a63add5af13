import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections, so that it is still free next time. */
const FIRST = 20_000;
const COUNT = 10_000;
const TRIES = 50;

/** A free port for that folder: two folders rarely try the same one first. `undefined`: none of 50 was free. */
export async function freePort(folder: string): Promise<number | undefined> {
  const start = spread(folder);
  for (let n = 0; n < TRIES; n++) {
    const port = FIRST + ((start + n) % COUNT);
    if (await isFree(port)) return port;
  }
  return undefined;
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function spread(text: string): number {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % COUNT;
  return sum;
}
