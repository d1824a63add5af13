interface Waiting<Result> {
  order: number;
  work: () => Promise<Result>;
  resolve: (result: Result) => void;
  reject: (cause: unknown) => void;
}

/**
 * One message of a conversation at a time, and among those that wait together the platform's own order: two webhooks may
 * overtake each other on the way (COMMIT.md rule 7). A late one is served once, as it comes.
 */
export class Lanes<Result> {
  readonly #lanes = new Map<string, Waiting<Result>[]>();

  /** Conversations with a message in hand. */
  get size(): number {
    return this.#lanes.size;
  }

  run(conversation: string, order: number, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = { order, work, resolve, reject };
      const lane = this.#lanes.get(conversation);
      if (lane !== undefined) {
        lane.push(waiting);
        return;
      }
      this.#lanes.set(conversation, [waiting]);
      void this.#drain(conversation);
    });
  }

  async #drain(conversation: string): Promise<void> {
    const lane = this.#lanes.get(conversation) ?? [];
    // What arrived in the same turn of the event loop waits together.
    await Promise.resolve();
    while (lane.length > 0) {
      const next = earliest(lane);
      lane.splice(lane.indexOf(next), 1);
      try {
        next.resolve(await next.work());
      } catch (cause) {
        next.reject(cause);
      }
    }
    this.#lanes.delete(conversation);
  }
}

function earliest<Result>(lane: readonly Waiting<Result>[]): Waiting<Result> {
  return lane.reduce((first, other) => (other.order < first.order ? other : first));
}
