import { LRUCache } from 'lru-cache';
import type { Limit } from '../conversation/pace.ts';
import { SHARE } from './share.ts';

/** People whose last messages are remembered; a forgotten one may get a message too early, and the platform says so. */
const MOST_KNOWN = 20_000;

/** A limit for each person: so many messages within so long, at once or one by one. */
export class Allowance {
  readonly #messages: number;
  readonly #withinMs: number;
  readonly #gone = new LRUCache<string, number[]>({ max: MOST_KNOWN });

  constructor({ messages, perMs }: Limit) {
    this.#messages = messages;
    this.#withinMs = perMs / SHARE;
  }

  /** How long the next one to this person waits; 0 or less: not at all. */
  afterMs(to: string, now: number): number {
    const gone = this.#gone.get(to);
    const first = gone?.[gone.length - this.#messages];
    return first === undefined ? 0 : first + this.#withinMs - now;
  }

  gone(to: string, now: number): void {
    const gone = this.#gone.get(to);
    if (gone === undefined) this.#gone.set(to, [now]);
    else {
      gone.push(now);
      if (gone.length > this.#messages) gone.shift();
    }
  }
}
