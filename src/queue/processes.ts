import type { Clock } from '../domain/clock.ts';
import type { RedisLink } from './link.ts';

/** Taken where Redis was never there: a house that is set up for several processes has a few. */
const UNKNOWN = 4;
/** A process that has not shown itself for so long is gone, milliseconds. */
const GONE_AFTER_MS = 30_000;

/** How many processes share the accounts, by what each shows of itself in Redis every few seconds. */
export class Processes {
  readonly #parts: { link: RedisLink; prefix: string; me: string; clock: Clock };
  #count = UNKNOWN;

  constructor(parts: { link: RedisLink; prefix: string; me: string; clock: Clock }) {
    this.#parts = parts;
  }

  /** As of the last time Redis was there. */
  get count(): number {
    return this.#count;
  }

  /** Shows this one and counts all; a tick calls it. While Redis is away the last count holds. */
  async show(): Promise<void> {
    const { link, prefix, me, clock } = this.#parts;
    if (!link.up) return;
    const key = `${prefix}:processes`;
    const now = clock.now();
    try {
      await link.commands.zadd(key, now, me);
      await link.commands.zremrangebyscore(key, 0, now - GONE_AFTER_MS);
      this.#count = Math.max(1, await link.commands.zcard(key));
    } catch {
      // The last count holds.
    }
  }

  /** Not counted any more. */
  async leave(): Promise<void> {
    const { link, prefix, me } = this.#parts;
    if (link.up) await link.commands.zrem(`${prefix}:processes`, me).catch(() => undefined);
  }
}
