/** How much is kept of somebody, by kind; what it says is not told (T4). */
export type KeptCounts = Readonly<Record<string, number>>;

/** Somebody who was found by what staff typed: never listed, never named. */
export interface FoundPerson {
  /** Everybody behind what was typed: a phone may be shared. */
  persons: readonly string[];
  channels: readonly string[];
  kept: KeptCounts;
}

/** Looks people up by their own number or id, and erases them over all channels and capabilities. */
export interface People {
  /** `undefined`: nobody we know. */
  find(typed: string): Promise<FoundPerson | undefined>;
  /** Safe to repeat. */
  erase(person: string): Promise<void>;
}
