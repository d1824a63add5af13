import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Fault } from '../../../domain/faults.ts';
import { openLog } from './log.ts';
import { pause, signal } from './processes.ts';
import { SET_NAME } from './replica-set.ts';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A mongod that listens. */
export interface Running {
  pid: number;
  /** Resolves, never rejects, when it has ended. */
  exited: Promise<Exit>;
}

export interface Launch {
  binary: string;
  dbPath: string;
  port: number;
  logFile: string;
}

/** Recovery after a crash reads the journal; on a slow card that takes a while. */
const LISTEN_MS = 120_000;
const WAITING_FOR_CONNECTIONS = 23016;

/** The port was taken between our look and mongod's bind. */
export class PortTaken extends Error {}

/**
 * Starts mongod and resolves when it listens; throws a `refusal` with what to do when it ends before.
 * It gets a session of its own, so that Ctrl+C in the terminal reaches us first and we stop it last; its log comes
 * through a pipe (see log.ts). mongod goes on without a reader when we are killed.
 */
export async function launch(what: Launch): Promise<Running> {
  const child = spawn(what.binary, argumentsFor(what), {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const exited = exitOf(child);
  const log = openLog(what.logFile);
  void exited.then(() => log.close());
  let complaint = '';
  const listens = new Promise<'listens'>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = log.take(line);
      if (entry === undefined) return;
      if (entry.id === WAITING_FOR_CONNECTIONS) resolve('listens');
      if (entry.severity === 'E' || entry.severity === 'F') complaint = entry.msg;
    });
  });
  const first = await Promise.race([listens, exited, pause(LISTEN_MS, false)]);
  if (first !== 'listens' || child.pid === undefined) {
    if (child.pid !== undefined) signal(child.pid, 'SIGKILL');
    throw startFault(what, first === 'listens' ? undefined : (first ?? undefined), complaint);
  }
  letGo(child, child.stdout);
  return { pid: child.pid, exited };
}

function argumentsFor({ dbPath, port }: Launch): string[] {
  return [
    ...['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
    // The oplog remembers what was changed and erased; 64 MB keeps that memory short.
    ...['--replSet', SET_NAME, '--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
    ...['--slowms', '1000000', '--slowOpSampleRate', '0'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // What a killed process had begun and not ended keeps others from the same documents until then.
    ...['--setParameter', 'transactionLifetimeLimitSeconds=10'],
    // There is no second node to hand over to, so a stop need not wait for one.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0'],
  ];
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, ended) => resolve({ code, signal: ended }));
  });
}

/** The database must not keep a process alive that has nothing else to do. */
function letGo(child: ChildProcess, stdout: Readable): void {
  child.unref();
  if (stdout instanceof Socket) stdout.unref();
}

/** mongod's exit codes that a person can do something about. */
const ADVICE: Record<number, string> = {
  14: 'its files are damaged or the disk is full; free some space, or restore a backup',
  62: 'its files were written by another version of MongoDB; set MONGOD_BINARY to that version, or restore a backup',
  100: 'another mongod uses the folder, or it cannot be written; stop that mongod or make the folder writable',
};

function startFault(what: Launch, exit: Exit | undefined, complaint: string): Error {
  if (exit?.code === 48) return new PortTaken();
  const how =
    exit === undefined ? 'did not listen in time' : `ended (${exit.code ?? exit.signal ?? 'not started'})`;
  const advice = ADVICE[exit?.code ?? -1] ?? `read ${what.logFile}, or set MONGOD_BINARY to another mongod`;
  const said = complaint === '' ? '' : ` saying "${complaint}"`;
  return new Fault('refusal', 'mongod_start_failed', `${what.binary} ${how}${said}: ${advice}.`);
}
