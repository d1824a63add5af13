import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit, Running } from './launch.ts';
import { holding, stopServer } from './processes.ts';

/** What is told when the database ends although nobody stopped it. */
export interface Ended extends Exit {
  /** False: it was given up, the process should end. */
  restarting: boolean;
}

export interface Supervision {
  dbPath: string;
  /** Starts it again on the same port, to primary. */
  relaunch(): Promise<Running>;
  onExit(ended: Ended): void;
  /** For tests: the waits before each new try, in milliseconds. */
  backoff?: readonly number[];
}

export interface Supervised {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Half a minute in all: longer than any passing trouble, shorter than an operator's patience. */
const BACKOFF = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];
/** After this long a new end is a new trouble, not the old one going on. */
const STEADY_MS = 60_000;

/** Keeps one mongod running until `stop`. */
export function supervise(first: Running, how: Supervision): Supervised {
  const backoff = how.backoff ?? BACKOFF;
  let running: Running | undefined = first;
  let pid = first.pid;
  let failures = 0;
  const stopping = new AbortController();

  const watching = watch();

  async function watch(): Promise<void> {
    while (running !== undefined) {
      const steady = setTimeout(() => (failures = 0), STEADY_MS).unref();
      const exit = await running.exited;
      clearTimeout(steady);
      running = undefined;
      if (!isStopped()) running = await restart(exit);
    }
  }

  async function restart(exit: Exit): Promise<Running | undefined> {
    how.onExit({ ...exit, restarting: failures < backoff.length });
    while (failures < backoff.length) {
      const ms = backoff[failures++] ?? 0;
      await sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (isStopped()) return undefined;
      const next = await how.relaunch().catch(() => undefined);
      if (next === undefined) continue;
      pid = next.pid;
      if (isStopped()) await stopServer(next.pid, how.dbPath);
      return next;
    }
    how.onExit({ ...exit, restarting: false });
    return undefined;
  }

  // A call, because the compiler does not see that it changes during an await.
  const isStopped = () => stopping.signal.aborted;

  return {
    get pid() {
      return pid;
    },
    async stop() {
      stopping.abort();
      if (running !== undefined) await stopServer(running.pid, how.dbPath);
      await holding(watching);
    },
  };
}
