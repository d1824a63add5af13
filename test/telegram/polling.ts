import { BotApiRefusal, demand } from './refusal.ts';
import type { Params, Update } from './shapes.ts';
import type { UpdateQueue } from './update-queue.ts';

const MAX_SECONDS = 50;
const MAX_LIMIT = 100;

/** `getUpdates`: holds the request until something happens, confirms by offset, tolerates one poller. */
export class Polling {
  readonly #queue: UpdateQueue;
  /** Ends the request that is being held, if any. */
  #held: ((end: 'conflict' | 'gone') => void) | undefined;

  constructor(queue: UpdateQueue) {
    this.#queue = queue;
  }

  async poll(params: Params, closed: AbortSignal): Promise<Update[]> {
    const limit = inRange(params['limit'], 1, MAX_LIMIT, MAX_LIMIT);
    const seconds = inRange(params['timeout'], 0, MAX_SECONDS, 0);
    const offset = inRange(params['offset'], Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0);
    demand(offset >= 0, 'Bad Request: negative offsets are not simulated');
    this.#queue.allow(params['allowed_updates']);
    // Telegram ends the older of two pollers, and the newer goes on.
    this.#held?.('conflict');
    this.#queue.confirmBelow(offset);
    if (this.#queue.size === 0 && seconds > 0) await this.#wait(seconds, closed);
    return this.#queue.waiting(limit).map((pending) => pending.update);
  }

  #wait(seconds: number, closed: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        forget();
        closed.removeEventListener('abort', gone);
        if (this.#held === held) this.#held = undefined;
        settle();
      };
      const held = (end: 'conflict' | 'gone'): void =>
        finish(() => (end === 'conflict' ? reject(conflict()) : resolve()));
      const gone = (): void => held('gone');
      const timer = setTimeout(gone, seconds * 1000);
      const forget = this.#queue.onAdded(gone);
      closed.addEventListener('abort', gone);
      this.#held = held;
    });
  }
}

const conflict = (): BotApiRefusal =>
  new BotApiRefusal(
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );

function inRange(given: unknown, least: number, most: number, absent: number): number {
  if (given === undefined) return absent;
  const number = Number(given);
  demand(Number.isInteger(number), 'Bad Request: expected an Integer');
  return Math.min(most, Math.max(least, number));
}
