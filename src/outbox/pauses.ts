/** Pauses that all end when the house stops; none is taken afterwards. */
export class Pauses {
  readonly #wakes = new Set<() => void>();
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  /** How many are taken now. */
  get size(): number {
    return this.#wakes.size;
  }

  /** @param waiting is given a way to end the pause early. */
  take(ms: number, waiting?: (wake: () => void) => void): Promise<void> {
    if (this.#ended || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wakes.add(wake);
      waiting?.(wake);
    });
  }

  end(): void {
    this.#ended = true;
    for (const wake of this.#wakes) wake();
  }
}
