import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { SendingSettings } from '../../src/capabilities/broadcasts/send/index.ts';

/** What a child is to do. */
export interface Orders {
  uri: string;
  keyringPath: string;
  apiRoot: string;
  token: string;
  leaseMs: number;
  /** Messages a second; 0: the channel's own pace, with all its limits. */
  perSecond: number;
  /** It talks with people too. */
  receives?: boolean;
  stepMs: number;
  settings?: Partial<SendingSettings>;
  /** Its clock is so much later, milliseconds: as much has passed since another one ran. */
  clockAheadMs?: number;
  /** A Redis it shares with others. */
  redis?: string;
  /** It kills itself there. */
  crashAt?: string;
  /** When it is stopped it tells every point it passed. */
  tellPoints?: boolean;
}

export interface Child {
  process: ChildProcess;
  gone: Promise<unknown>;
  /** All it printed. */
  out: () => string;
  kill(): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** Bundles a child so that a plain node runs the sources; inside the project, so that packages are found. */
export async function bundled(source: string): Promise<string> {
  const name = source.replaceAll('/', '-').replace(/\.ts$/u, '.mjs');
  const outfile = path.resolve('node_modules/.cache/benkan', name);
  await build({
    ...{ entryPoints: [path.resolve(source)], outfile, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' },
  });
  return outfile;
}

export const bundleSender = (): Promise<string> => bundled('test/broadcasts/child.ts');

/** What a child printed, a JSON a line; throws where it did not end well. */
export async function linesOf<Line>(command: string, args: readonly string[]): Promise<Line[]> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line) as Line));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The child ended with ${String(code)}.`);
  return lines;
}

/** Starts a sender of its own; resolves when it sends, or is dead. */
export async function startChild(script: string, orders: Orders): Promise<Child> {
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const gone = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), gone]);
  const end = (signal: NodeJS.Signals): Promise<unknown> => {
    child.kill(signal);
    return gone;
  };
  return {
    ...{ process: child, gone, out: () => Buffer.concat(said).toString('utf8') },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
