import { LRUCache } from 'lru-cache';
import type { Delivery, TellDelivery } from '../../conversation/ports.ts';
import type { SmsReport } from './notification.ts';

/** Messages of several SMS whose reports are waited for; of older ones the last SMS alone tells. */
const MOST_KNOWN = 5_000;

/** A message that left as several SMS. */
interface Several {
  /** What it is known by: the id of the last. */
  as: string;
  missing: Set<string>;
}

/** What becomes of SMS, as news of messages: one of several SMS is delivered when all of them are, and fails with any. */
export class Deliveries {
  readonly #tell: TellDelivery;
  readonly #several = new LRUCache<string, Several>({ max: MOST_KNOWN });

  constructor(tell: TellDelivery) {
    this.#tell = tell;
  }

  /** A message was handed over as these; the last names it. */
  left(ids: readonly string[]): void {
    const as = ids.at(-1);
    if (as === undefined || ids.length === 1) return;
    const several = { as, missing: new Set(ids) };
    for (const id of ids) this.#several.set(id, several);
  }

  /** Rejects as `TellDelivery` does. */
  async told({ id, state, code }: SmsReport): Promise<void> {
    const several = this.#several.get(id);
    const failed = state === 'failed' && code !== undefined && SPEAKABLE.test(code) ? { code } : {};
    const news: Delivery = { id: several?.as ?? id, state, ...failed };
    if (several === undefined || state === 'failed') return this.#tell(news);
    if (state !== 'delivered') return undefined;
    several.missing.delete(id);
    return several.missing.size === 0 ? this.#tell(news) : undefined;
  }
}

/** A code goes to the log; what is none, or could be a phone number, does not. */
const SPEAKABLE = /^(?!.*\d{6})[\w.-]{1,32}$/u;
