import { type Job, Queue, Worker } from 'bullmq';
import type { RedisLink } from './link.ts';

/** So long a process that died is believed to be at a job; then another gets it. Milliseconds. */
const STALLED_AFTER_MS = 10_000;
/** How soon a worker asks again after Redis was away, milliseconds. */
const ASK_AGAIN_MS = 500;
/** A job brings nothing that is not in MongoDB too, so that one that fails so often may go: a lease brings it back. */
const TRIES = 100;
/** So long a stop waits for BullMQ. */
const CLOSED_WITHIN_MS = 2000;
/** Added in one command at most: Redis serves nobody else meanwhile. */
const ADDED_AT_ONCE = 500;

/** What is to be done, by reference only: Redis never learns what it is about. */
export interface Reference {
  /** Of two with the same one waits. */
  id: string;
  /** What to look up in MongoDB. */
  of: string;
  /** 1 comes first. */
  priority?: number;
  /** Milliseconds until it may be begun. */
  delay?: number;
}

export interface JobsParts {
  link: RedisLink;
  /** Before all keys: two installations may share a Redis. */
  prefix: string;
  name: string;
  /** At most so many at once in this process. */
  atOnce: number;
  /** Does what a reference asks for; a rejection gives it to whoever comes next. */
  work: (of: string) => Promise<void>;
  stalledAfterMs?: number;
}

/** One queue of BullMQ, and our hands at it. Opened when Redis is there for the first time. */
export class Jobs {
  readonly #parts: JobsParts;
  #queue: Queue<{ of: string }> | undefined;
  #worker: Worker<{ of: string }> | undefined;

  constructor(parts: JobsParts) {
    this.#parts = parts;
  }

  /** @throws while Redis is away: then whoever has the work at hand does it */
  async add(references: readonly Reference[]): Promise<void> {
    const { link } = this.#parts;
    for (let from = 0; from < references.length; from += ADDED_AT_ONCE) {
      const jobs = references.slice(from, from + ADDED_AT_ONCE).map(jobOf);
      await link.said(() => (this.#queue ??= this.#open()).addBulk(jobs));
    }
  }

  /** Begins to take jobs; to be called when Redis is there. Repeating it changes nothing. */
  begin(): void {
    if (this.#worker !== undefined) return;
    const { link, prefix, name, atOnce, work, stalledAfterMs = STALLED_AFTER_MS } = this.#parts;
    const worker = new Worker<{ of: string }>(name, ({ data }: Job<{ of: string }>) => work(data.of), {
      connection: link.another(),
      prefix,
      concurrency: atOnce,
      lockDuration: stalledAfterMs,
      stalledInterval: stalledAfterMs / 2,
      // A job that was stalled is no worse than another: what it stands for is guarded in MongoDB.
      maxStalledCount: TRIES,
      runRetryDelay: ASK_AGAIN_MS,
    });
    worker.on('error', () => undefined);
    this.#worker = worker;
  }

  /** How many wait, for all processes; `undefined`: Redis is away. */
  async waiting(): Promise<number | undefined> {
    const { link } = this.#parts;
    if (!link.up) return undefined;
    const counts = await link.said(() => (this.#queue ??= this.#open()).getJobCounts());
    const { waiting = 0, prioritized = 0, delayed = 0 } = counts;
    return waiting + prioritized + delayed;
  }

  /**
   * Takes no job any more; resolves when none is in hand. After an outage BullMQ may wait for ever for a command that went
   * with it: then it is left alone, since what a job stands for is ended by whoever does the work.
   */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSED_WITHIN_MS);
    });
    const closed = Promise.all([this.#worker?.close(), this.#queue?.close()]).catch(() => undefined);
    await Promise.race([closed, late]);
    clearTimeout(timer);
  }

  #open(): Queue<{ of: string }> {
    const { link, prefix, name } = this.#parts;
    const queue = new Queue<{ of: string }>(name, { connection: link.commands, prefix });
    queue.on('error', () => undefined);
    return queue;
  }
}

const jobOf = ({ id, of, priority, delay }: Reference) => ({
  name: 'of',
  data: { of },
  opts: {
    jobId: id,
    attempts: TRIES,
    removeOnComplete: true,
    removeOnFail: true,
    ...(priority !== undefined && { priority }),
    ...(delay !== undefined && delay > 0 && { delay }),
  },
});
