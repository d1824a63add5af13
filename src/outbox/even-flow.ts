import type { Limit } from '../conversation/pace.ts';
import { SHARE } from './share.ts';

/** Of the even distance between two messages; the rest makes up for timers that come late. */
const CLOSEST = 0.5;

/**
 * A limit for everybody together, kept evenly: never more in any window than the platform takes, and no burst within it,
 * so that whoever comes next finds room soon.
 */
export class EvenFlow {
  readonly #windowMs: number;
  readonly #gapMs: number;
  /** When the last ones went, as many as a window takes, in a ring. */
  readonly #gone: Float64Array;
  /** Where the oldest of them stands. */
  #oldest = 0;
  #last = -Infinity;

  constructor({ messages, perMs }: Limit) {
    this.#windowMs = perMs / SHARE;
    this.#gapMs = (CLOSEST * this.#windowMs) / messages;
    this.#gone = new Float64Array(messages).fill(-Infinity);
  }

  /** How long the next one waits; 0 or less: not at all. */
  afterMs(now: number): number {
    const oldest = this.#gone[this.#oldest] ?? -Infinity;
    return Math.max(this.#last + this.#gapMs, oldest + this.#windowMs) - now;
  }

  /** One has gone, whether it was its turn or not: those that did not wait fill the window for the others. */
  gone(now: number): void {
    this.#last = now;
    this.#gone[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#gone.length;
  }
}
