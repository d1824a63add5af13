import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import type { Point } from './points.ts';

export interface Server {
  url: string;
  process: ChildProcess;
  gone: Promise<unknown>;
}

/** Bundles the child so that a plain node runs the sources. @returns the file, inside the project so that packages are found */
export async function bundleChild(): Promise<string> {
  const outfile = path.resolve('node_modules/.cache/benkan/crash-child.mjs');
  await build({
    entryPoints: [path.resolve('test/crash/child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

export async function startServer(
  script: string,
  orders: { uri: string; keyringPath: string; platform: string; leaseMs: number; crashAt: Point | null },
): Promise<Server> {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const port = await Promise.race([
    once(child.stdout, 'data').then(([line]) => String(line).trim()),
    gone.then(() => null),
  ]);
  if (port === null) return { url: '', process: child, gone };
  return { url: `http://127.0.0.1:${port}`, process: child, gone };
}

export interface Received {
  id: string;
  text: string;
  address: string;
}

/** Records what arrives, as a platform would. */
export async function startPlatform(): Promise<{ url: string; received: Received[]; stop(): Promise<void> }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received);
      response.writeHead(200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    received,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
