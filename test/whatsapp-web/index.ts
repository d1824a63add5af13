import https from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import { until } from '../channels/until.ts';
import { selfSigned } from './certificate.ts';
import type { Orders } from './page/orders.ts';

const HOST = 'web.whatsapp.com';
/** A Chromium that starts beside other tests on two cores. */
export const PATIENCE_MS = 60_000;

/** What the page told of: a message it was to send, a chat that was read, a module nobody knows. */
export interface Happened {
  kind: string;
  [more: string]: unknown;
}

/** WhatsApp as the library finds it in Chromium, and the phone and the people behind it. */
export interface WhatsappStandIn {
  /** By these Chromium finds the page under WhatsApp's name, and nothing else on the network. */
  chromiumArgs: readonly string[];
  /** Everything so far. */
  happened: readonly Happened[];
  /** Has the page do something, as soon as one is open. */
  order<Name extends keyof Orders>(
    name: Name,
    ...args: Parameters<Orders[Name]>
  ): Promise<Awaited<ReturnType<Orders[Name]>>>;
  /** The first of a kind after the `after`-th event, as soon as it is there. */
  next(kind: string, after?: number): Promise<Happened>;
  close(): Promise<void>;
}

/** What the page answers to an order. */
interface Done {
  id: number;
  answer?: unknown;
  failed?: string;
}

/** Serves the page on this machine alone. */
export async function startWhatsapp(): Promise<WhatsappStandIn> {
  const { key, cert, spki } = selfSigned(HOST);
  const script = bundledPage();
  const happened: Happened[] = [];
  const waiting = new Map<number, (done: Done) => void>();
  let listener: ServerResponse | undefined;
  let last = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.url?.split('?')[0] ?? '/';
    if (asked === '/orders') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      listener = response;
      request.once('close', () => {
        if (listener === response) listener = undefined;
      });
      return;
    }
    if (asked === '/happened') happened.push(JSON.parse(await text(request)) as Happened);
    if (asked === '/done') {
      const done = JSON.parse(await text(request)) as Done;
      waiting.get(done.id)?.(done);
    }
    const html = asked === '/' ? `<!doctype html><meta charset="utf-8"><script>${script}</script>` : '';
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  }

  const server = https.createServer({ key, cert }, (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    happened,
    chromiumArgs: [
      `--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    async order(name, ...args) {
      await until(
        () => listener !== undefined,
        () => 'no page is open',
        PATIENCE_MS,
      );
      const id = (last += 1);
      const done = new Promise<Done>((resolve) => waiting.set(id, resolve));
      // A page that goes away by what it was told says nothing any more.
      listener?.once('close', () => waiting.get(id)?.({ id }));
      listener?.write(`data: ${JSON.stringify({ id, name, args })}\n\n`);
      const { answer: given, failed } = await done;
      waiting.delete(id);
      if (failed !== undefined) throw new Error(`${name}: ${failed}`);
      return given as never;
    },
    async next(kind, after = 0) {
      const find = (): Happened | undefined => happened.slice(after).find((each) => each.kind === kind);
      await until(
        () => find() !== undefined,
        () => happened.slice(after),
        PATIENCE_MS,
      );
      return find()!;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One script in the page itself; the library waits for nothing else. */
function bundledPage(): string {
  const [bundle] = buildSync({
    entryPoints: [path.resolve('test/whatsapp-web/page/main.ts')],
    ...({ bundle: true, write: false, target: 'es2022', format: 'iife', charset: 'ascii' } as const),
  }).outputFiles;
  return (bundle?.text ?? '').replaceAll('</script', '<\\/script');
}
