import { LRUCache } from 'lru-cache';
import type { CloudStatus } from './notification.ts';
import { STATES, type Status } from './ports.ts';

/** Messages whose last state is remembered; older ones have long been read, or never will be. */
const MOST_KNOWN = 20_000;

/** States come in any order and more than once; a message only ever moves forward. */
export class Statuses {
  readonly #reached = new LRUCache<string, number>({ max: MOST_KNOWN });

  /** The news in it; `undefined`: it tells nothing new, or of a state that is none of these. */
  read({ id, status, errors, pricing }: CloudStatus): Status | undefined {
    const rank = STATES.findIndex((state) => state === status);
    const state = STATES[rank];
    if (state === undefined || rank <= (this.#reached.get(id) ?? -1)) return undefined;
    const first = !this.#reached.has(id);
    this.#reached.set(id, rank);
    const code = errors?.[0]?.code;
    // Told once a message: the platform repeats the price with each state.
    return { state, billable: first && pricing?.billable === true, ...(code !== undefined && { code }) };
  }
}
