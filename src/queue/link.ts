import { Redis, type RedisOptions } from 'ioredis';

/** A Redis that is there answers within this; one that does not counts as away, and nobody waits for it. */
const ANSWERS_WITHIN_MS = 1000;
/** How soon and how seldom at most it is asked again, milliseconds: all processes have it back within the longest. */
const RETRY_FIRST_MS = 50;
export const RETRY_AT_LEAST_EVERY_MS = 500;

export interface LinkParts {
  url: string;
  /** Told once each time it goes and comes; the first look counts. */
  turned: (up: boolean) => void;
}

/**
 * Our connection to Redis. It comes back by itself, and while Redis is away every command fails at once: nothing of ours
 * waits in it that MongoDB does not know.
 */
export class RedisLink {
  readonly commands: Redis;
  readonly #url: string;
  readonly #others = new Set<Redis>();
  readonly #turned: LinkParts['turned'];
  /** Told when Redis goes. */
  readonly #left = new Set<() => void>();
  #up: boolean | undefined;
  #closed = false;

  constructor({ url, turned }: LinkParts) {
    this.#url = url;
    this.#turned = turned;
    this.commands = this.#open({ enableOfflineQueue: false, commandTimeout: ANSWERS_WITHIN_MS });
    this.commands.on('ready', () => this.#turn(true));
    this.commands.on('close', () => this.#turn(false));
  }

  /** Whether Redis answers, as far as is known. */
  get up(): boolean {
    return this.#up === true;
  }

  /** Resolves with whether Redis is there, within the time an answer may take. */
  async looked(): Promise<boolean> {
    if (this.#up !== undefined) return this.#up;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ANSWERS_WITHIN_MS);
      const heard = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.commands.once('ready', heard);
      this.commands.once('close', heard);
    });
    return this.up;
  }

  /** What Redis says; rejects as soon as it goes, where the client would wait for it to be back. */
  async said<Said>(asked: () => Promise<Said>): Promise<Said> {
    if (!this.up) throw new Error('Redis is away.');
    let left: () => void = () => undefined;
    const gone = new Promise<never>((_resolve, reject) => {
      left = () => reject(new Error('Redis went away.'));
      this.#left.add(left);
    });
    try {
      return await Promise.race([asked(), gone]);
    } finally {
      this.#left.delete(left);
    }
  }

  /** One more connection: for what blocks or listens. Its commands wait for Redis. */
  another(): Redis {
    const other = this.#open({});
    this.#others.add(other);
    return other;
  }

  close(): void {
    this.#closed = true;
    for (const redis of [this.commands, ...this.#others]) redis.disconnect();
  }

  #open(options: Pick<RedisOptions, 'enableOfflineQueue' | 'commandTimeout'>): Redis {
    const redis = new Redis(this.#url, {
      // BullMQ asks for null; what fails at once does so because nothing is queued while Redis is away.
      maxRetriesPerRequest: null,
      connectTimeout: ANSWERS_WITHIN_MS,
      retryStrategy: (times) => Math.min(RETRY_FIRST_MS * 2 ** Math.min(times, 10), RETRY_AT_LEAST_EVERY_MS),
      ...options,
    });
    // Its address may hold a password, and a line a second says no more than the one of `turned`.
    redis.on('error', () => undefined);
    return redis;
  }

  #turn(up: boolean): void {
    if (this.#closed || this.#up === up) return;
    this.#up = up;
    if (!up) for (const left of this.#left) left();
    this.#turned(up);
  }
}
