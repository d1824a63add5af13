import { demand } from './refusal.ts';
import type { Params } from './shapes.ts';

/** Enough for taps that are still open; a load run must not grow without end. */
const KEPT = 10_000;

/** Callback queries: each is answered at most once. */
export class Queries {
  readonly #open = new Set<string>();
  #last = 0;

  ask(): string {
    this.#last += 1;
    const id = `query-${this.#last}`;
    this.#open.add(id);
    const [oldest] = this.#open;
    if (this.#open.size > KEPT && oldest !== undefined) this.#open.delete(oldest);
    return id;
  }

  answer(params: Params): true {
    const known = this.#open.delete(String(params['callback_query_id']));
    demand(known, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
    const { text } = params;
    demand(
      text === undefined || (typeof text === 'string' && text.length <= 200),
      'Bad Request: MESSAGE_TOO_LONG',
    );
    return true;
  }
}
