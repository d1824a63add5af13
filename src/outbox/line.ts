import type { Channel } from '../conversation/ports.ts';
import type { Pauses } from './pauses.ts';
import type { Turnstile } from './turnstile.ts';

/** How soon a platform that does not answer is asked again; each time it is twice as long, up to the longest. */
const ASK_AFTER_MS = 1_000;
const ASK_AT_LEAST_EVERY_MS = 30_000;
/** A platform that cannot be asked is taken to be there again after so long, or when it has answered somebody else. */
const TAKEN_TO_BE_THERE_MS = 30_000;

/** A channel, and the pace at which it is sent to. */
export class Line {
  readonly channel: Channel;
  readonly pacing: Turnstile;
  readonly #pauses: Pauses;
  #asking: Promise<void> | undefined;
  /** Ends the wait for somebody else's answer. */
  #heard: (() => void) | undefined;

  constructor(channel: Channel, pacing: Turnstile, pauses: Pauses) {
    this.channel = channel;
    this.pacing = pacing;
    this.#pauses = pauses;
  }

  /**
   * After an answer was lost: resolves when the platform answers a question that changes nothing. A message in doubt is
   * sent once more and no oftener, so that one try is not spent on a platform that is away; nor is anybody else's first.
   */
  untilItAnswers(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** The platform has answered somebody. */
  answered(): void {
    this.#heard?.();
  }

  async #ask(): Promise<void> {
    if (this.channel.answers === undefined) {
      await this.#pauses.take(TAKEN_TO_BE_THERE_MS, (wake) => {
        this.#heard = wake;
      });
      this.#heard = undefined;
      return;
    }
    for (let ms = ASK_AFTER_MS; !this.#pauses.ended; ms = Math.min(ms * 2, ASK_AT_LEAST_EVERY_MS)) {
      await this.#pauses.take(this.pacing.heldMs);
      if (await this.channel.answers()) return;
      this.pacing.hold(ms);
    }
  }
}
