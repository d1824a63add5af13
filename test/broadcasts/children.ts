import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { Inbound } from '../../src/domain/message.ts';
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
  /** People's messages are brought to it by `hears`. */
  doors?: boolean;
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
  /** Brings a message; `false`: it was not acknowledged, and has to be brought again. */
  hears(message: Inbound): Promise<boolean>;
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
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined);
  const heard = new Map<string, (taken: boolean) => void>();
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what = '', id = ''] = line.split(' ');
    if (what === 'taken' || what === 'refused') heard.get(id)?.(what === 'taken');
  });
  const gone = once(child, 'exit');
  void gone.then(() => {
    for (const told of heard.values()) told(false);
  });
  await Promise.race([once(child.stdout, 'data'), gone]);
  const end = (signal: NodeJS.Signals): Promise<unknown> => {
    child.kill(signal);
    return gone;
  };
  return {
    ...{ process: child, gone, out: () => Buffer.concat(said).toString('utf8') },
    hears: (message) =>
      new Promise((resolve) => {
        heard.set(message.id, resolve);
        if (child.exitCode !== null || child.signalCode !== null) resolve(false);
        else child.stdin.write(`${JSON.stringify(message)}\n`);
      }),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
