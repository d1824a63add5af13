import type { ConversationId, Conversations, OutItem } from '../conversation/conversation.ts';

/** What has waited for long may wait longer for another process after a crash; this long at most. */
const LONGEST_LEASE_MS = 5 * 60_000;

/** Messages of one conversation that this process is at. */
export interface Leased {
  items: readonly OutItem[];
  /** Since when, and when its leases are to be renewed; monotonic milliseconds. Absent until they are looked at. */
  since?: number;
  renewAt?: number;
}

/** Monotonic milliseconds; only differences mean anything. */
const elapsed = (): number => performance.now();

/**
 * A platform may be slower than a lease, or ask for a pause: all that waits here stays ours, or another process would
 * send it a second time, the later ones before the first (C12). What is sent at once costs nothing.
 */
export class Leases {
  readonly #conversations: Pick<Conversations, 'renew'>;
  readonly #leaseMs: number;
  readonly #queues: ReadonlyMap<ConversationId, Leased>;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    { conversations, leaseMs }: { conversations: Pick<Conversations, 'renew'>; leaseMs: number },
    queues: ReadonlyMap<ConversationId, Leased>,
  ) {
    this.#conversations = conversations;
    this.#leaseMs = leaseMs;
    this.#queues = queues;
  }

  /** Looks after the queues until there are none; to be called whenever one begins. */
  watch(): void {
    this.#timer ??= setInterval(() => this.#look(), this.#leaseMs / 3).unref();
  }

  /** Something came to a queue that may have longer leases by now. */
  joined(queue: Leased): void {
    const { renewAt } = queue;
    if (renewAt !== undefined) queue.renewAt = Math.min(renewAt, elapsed() + this.#leaseMs / 3);
  }

  #look(): void {
    if (this.#queues.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    const now = elapsed();
    for (const [conversation, queue] of this.#queues) {
      if (queue.renewAt !== undefined && now >= queue.renewAt) this.#renew(conversation, queue, now);
      queue.since ??= now;
      queue.renewAt ??= now;
    }
  }

  #renew(conversation: ConversationId, queue: Leased, now: number): void {
    const forMs = Math.min(Math.max(now - (queue.since ?? now), this.#leaseMs), LONGEST_LEASE_MS);
    queue.renewAt = now + forMs / 3;
    void this.#each(conversation, queue.items, forMs);
  }

  async #each(conversation: ConversationId, items: readonly OutItem[], forMs: number): Promise<void> {
    for (const { message } of [...items])
      await this.#conversations.renew(conversation, message.id, forMs).catch(() => undefined);
  }
}
