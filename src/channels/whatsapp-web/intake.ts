import { setTimeout as pause } from 'node:timers/promises';
import type { Receive } from '../../conversation/ports.ts';
import type { Inbound } from '../../domain/message.ts';
import { type CommitInbound, committing } from '../platform/commit.ts';
import type { Counted, Log } from '../platform/ports.ts';
import { Lines } from './lines.ts';

interface Around {
  receive: Receive;
  log: Log;
  count: (what: Counted) => void;
}

/** Messages of which nothing durable is known yet. What comes on top stays unread with WhatsApp, and is asked for later. */
const MOST_IN_HAND = 1_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * What is done with a message. WhatsApp does not bring it again by itself, so it is tried here until it is durable; one
 * person's messages one after the other (C12).
 */
export class WebIntake {
  readonly #commit: CommitInbound;
  readonly #lines = new Lines();
  readonly #stop = new AbortController();
  #inHand = 0;
  #leftOut = false;

  constructor(around: Around) {
    this.#commit = committing(around);
  }

  /** @param taken called once it is durable, and only then */
  take(inbound: Inbound, taken: () => void): void {
    if (this.#stop.signal.aborted) return;
    if (this.#inHand >= MOST_IN_HAND) {
      this.#leftOut = true;
      return;
    }
    this.#inHand += 1;
    this.#lines.add(inbound.address, async () => {
      const durable = await this.#untilDurable(inbound);
      this.#inHand -= 1;
      if (durable) taken();
    });
  }

  /** Whether messages were left out that can be asked for now. */
  mayAskAgain(): boolean {
    if (!this.#leftOut || this.#inHand > 0) return false;
    this.#leftOut = false;
    return true;
  }

  /** Takes nothing new and tries nothing again; resolves when nothing is in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#lines.idle();
  }

  async #untilDurable(inbound: Inbound): Promise<boolean> {
    const { signal } = this.#stop;
    for (let ms = FIRST_PAUSE_MS; !signal.aborted; ms = Math.min(2 * ms, LONGEST_PAUSE_MS)) {
      if ((await this.#commit(inbound)) === 'done') return true;
      await pause(ms, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }
}
