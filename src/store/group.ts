/**
 * Collects what arrives while a database command is under way and hands it over as one batch, so that forty chats cost
 * one command and not forty. One batch is in flight at a time, which also keeps the order of arrival.
 */
export class Group<Item, Result> {
  readonly #flush: (items: Item[]) => Promise<Result[]>;
  readonly #max: number;
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (cause: unknown) => void }[] = [];
  #running: Promise<void> | null = null;

  /**
   * @param flush one result per item, in order; a throw rejects the whole batch.
   * @param max items a batch: bounds the command's size (a commit is ≤ 64 KB, a command ≤ 48 MB).
   */
  constructor(flush: (items: Item[]) => Promise<Result[]>, max = 500) {
    this.#flush = flush;
    this.#max = max;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the event loop lets the messages that arrived together be written together.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#max);
      try {
        const results = await this.#flush(batch.map((entry) => entry.item));
        if (results.length !== batch.length) throw new Error('a flush answers once per item');
        batch.forEach((entry, index) => entry.resolve(results[index] as Result));
      } catch (cause) {
        for (const entry of batch) entry.reject(cause);
      }
    }
    this.#running = null;
  }
}
