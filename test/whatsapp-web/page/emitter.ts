type Listener = (...told: unknown[]) => void;

/** Events as the page's models have them: several names in one string, `change:x` for a property. */
export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();
  /** Told of every name somebody listens to. */
  listened?: (name: string) => void;

  on(names: string, listener: Listener): this {
    for (const name of names.split(' ')) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      this.listened?.(name);
    }
    return this;
  }

  once(name: string, listener: Listener): this {
    const first: Listener = (...told) => {
      this.off(name, first);
      listener(...told);
    };
    return this.on(name, first);
  }

  off(name: string, listener: Listener): this {
    const rest = (this.#listeners.get(name) ?? []).filter((each) => each !== listener);
    this.#listeners.set(name, rest);
    return this;
  }

  trigger(name: string, ...told: unknown[]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(...told);
  }
}
