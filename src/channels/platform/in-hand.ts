/** Work that a stop must wait for. */
export class InHand {
  readonly #works = new Set<Promise<unknown>>();

  /** @returns the same work */
  add<T>(work: Promise<T>): Promise<T> {
    const tracked = work.catch(() => undefined).finally(() => this.#works.delete(tracked));
    this.#works.add(tracked);
    return work;
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    while (this.#works.size > 0) await Promise.all(this.#works);
  }
}
