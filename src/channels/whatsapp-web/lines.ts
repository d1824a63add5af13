/** Work that goes one after the other for each key, side by side for different ones. */
export class Lines {
  readonly #ends = new Map<string, Promise<void>>();

  /** @param work must not reject */
  add(key: string, work: () => Promise<void>): void {
    const end = (this.#ends.get(key) ?? Promise.resolve()).then(work);
    this.#ends.set(key, end);
    void end.then(() => {
      if (this.#ends.get(key) === end) this.#ends.delete(key);
    });
  }

  /** Resolves when nothing is left. */
  async idle(): Promise<void> {
    while (this.#ends.size > 0) await Promise.all(this.#ends.values());
  }
}
