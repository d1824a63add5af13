import type { Limit } from '../conversation/pace.ts';
import { SHARE } from './share.ts';

/** A timer that comes so late is made up for by the next one. With {@link SHARE} no window of the platform's sees too much. */
const LATE_MS = 20;

/** A limit kept evenly: each message has its moment, so that a burst of ours never meets one before it. */
export class EvenFlow {
  readonly #everyMs: number;
  readonly #mostAheadMs: number;
  #next = -Infinity;

  constructor({ messages, perMs }: Limit) {
    this.#everyMs = perMs / (messages * SHARE);
    this.#mostAheadMs = Math.max(perMs, this.#everyMs);
  }

  /** How long the next one waits; 0 or less: not at all. */
  afterMs(now: number): number {
    return this.#next - now;
  }

  /** One has gone, whether it was its moment or not. Those that did not wait hold the others up for one period at most. */
  gone(now: number): void {
    const next = Math.max(this.#next, now - LATE_MS) + this.#everyMs;
    this.#next = Math.min(next, now + this.#mostAheadMs);
  }
}
