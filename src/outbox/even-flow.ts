import type { Limit } from '../conversation/pace.ts';
import { SHARE } from './share.ts';

/** Of the even distance between two messages, where timers that came late are made up for. */
const CLOSEST = 0.5;
/**
 * So much lateness is made up for, milliseconds. Whoever made up for more would fill one half of each window and leave the
 * other empty, and a reply that goes at once finds the platform's own window full: with five replies a second that was one
 * 429, and a pause of a second for all, in twenty seconds of a mailing.
 */
const MADE_UP_MS = 120;

/**
 * A limit for everybody together, kept evenly: never more in any window than the platform takes, and no burst within it,
 * so that whoever comes next finds room soon.
 */
export class EvenFlow {
  readonly #windowMs: number;
  readonly #gapMs: number;
  /** When the next one goes where all go evenly. */
  #due = -Infinity;
  /** When the last ones went, as many as a window takes, in a ring. */
  readonly #gone: Float64Array;
  /** Where the oldest of them stands. */
  #oldest = 0;
  #last = -Infinity;

  constructor({ messages, perMs }: Limit) {
    this.#windowMs = perMs / SHARE;
    this.#gapMs = this.#windowMs / messages;
    this.#gone = new Float64Array(messages).fill(-Infinity);
  }

  /** How long the next one waits; 0 or less: not at all. */
  afterMs(now: number): number {
    const oldest = this.#gone[this.#oldest] ?? -Infinity;
    return Math.max(this.#last + CLOSEST * this.#gapMs, this.#due, oldest + this.#windowMs) - now;
  }

  /** One has gone, whether it was its turn or not: those that did not wait fill the window for the others. */
  gone(now: number): void {
    this.#last = now;
    const due = Math.max(this.#due, now - MADE_UP_MS) + this.#gapMs;
    // Replies that did not wait are over the limit for a window, and no longer.
    this.#due = Math.min(due, now + this.#windowMs);
    this.#gone[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#gone.length;
  }
}
