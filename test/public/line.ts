import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

/** A line to a house that can be cut: nobody answers at its address then. */
export interface Line {
  url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** @param to address of the house */
export async function openLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  const make = async (at: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => open.delete(one));
      }
    });
    await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
    return server;
  };
  let server: Server | undefined = await make(0);
  const own = (server.address() as AddressInfo).port;
  const cut = async (): Promise<void> => {
    const gone = new Promise((resolve) => (server === undefined ? resolve(0) : server.close(resolve)));
    for (const socket of open) socket.destroy();
    await gone;
    server = undefined;
  };
  return {
    url: `http://127.0.0.1:${String(own)}`,
    ...{ cut, close: cut },
    mend: async () => {
      server = await make(own);
    },
  };
}

/** The addresses a browser has copies of. */
export const keptIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url);
    return all;
  });
