import { demand } from './refusal.ts';
import type { Update } from './shapes.ts';

/** An update that no one has confirmed yet. */
export interface Pending {
  update: Update;
  /** Updates of one lane are delivered one after the other. */
  lane: string;
}

/** Kinds Telegram sends only to bots that ask for them by name. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** Updates in the order in which they happened, until they are confirmed. */
export class UpdateQueue {
  readonly #pending = new Set<Pending>();
  readonly #listeners = new Set<(added: Pending) => void>();
  #lastId: number;
  #allowed: readonly string[] = [];

  constructor(firstId: number) {
    this.#lastId = firstId - 1;
  }

  /**
   * What `allowed_updates` says: where it is absent all stays as it was, an empty list means the default. It holds for
   * updates to come, never for those that wait.
   */
  allow(kinds: unknown): void {
    if (kinds === undefined) return;
    demand(
      Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string' && /^[a-z_]{1,40}$/.test(kind)),
      'Bad Request: allowed_updates must be an Array of String',
    );
    this.#allowed = kinds as string[];
  }

  /** Gives the update its id. One the bot did not ask for gets an id, and is dropped. */
  add(kind: string, body: unknown, lane: string): Update {
    this.#lastId += 1;
    const update: Update = { update_id: this.#lastId, [kind]: body };
    if (this.#wants(kind)) this.#put({ update, lane });
    return update;
  }

  /** Nothing waits to be fetched or confirmed. */
  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }

  /** The same update once more, as after an answer that was lost. */
  again(update: Update, lane: string): void {
    this.#put({ update, lane });
  }

  /** "If there are no new updates for at least a week, the next identifier is chosen randomly." */
  restartIds(at: number): void {
    this.#lastId = at - 1;
  }

  confirmBelow(offset: number): void {
    for (const pending of this.#pending) if (pending.update.update_id < offset) this.#pending.delete(pending);
  }

  confirm(pending: Pending): void {
    this.#pending.delete(pending);
  }

  clear(): void {
    this.#pending.clear();
  }

  /** The oldest `limit`, in the order in which they happened. */
  waiting(limit = Number.POSITIVE_INFINITY): Pending[] {
    const found: Pending[] = [];
    for (const pending of this.#pending) {
      if (found.length >= limit) break;
      found.push(pending);
    }
    return found;
  }

  get size(): number {
    return this.#pending.size;
  }

  onAdded(listener: (added: Pending) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #wants(kind: string): boolean {
    return this.#allowed.length > 0 ? this.#allowed.includes(kind) : !ON_REQUEST.has(kind);
  }

  #put(pending: Pending): void {
    this.#pending.add(pending);
    for (const listener of this.#listeners) listener(pending);
  }
}
