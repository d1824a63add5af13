/** Of two million texts; a number of 53 bits holds that beside a fingerprint of 32. */
const TEXTS = 2 ** 21;
/** So many new ones are looked through one by one before they are sorted in among the others. */
const FRESH = 8192;
/** A run of words that stands in so many texts tells none of them from another. */
const MAX_SHARED = 500;

/** Which texts have which fingerprints. Eight bytes each: 10,000 items in two languages are some eight megabytes. */
export class Postings {
  #sorted = new Float64Array(0);
  #fresh: number[] = [];
  #texts = 0;

  /** @returns the text's place, counted from 0 */
  add(fingerprints: Iterable<number>): number {
    const text = this.#texts;
    if (text >= TEXTS) throw new RangeError('more texts than an index of claims holds');
    this.#texts += 1;
    for (const each of fingerprints) this.#fresh.push(each * TEXTS + text);
    if (this.#fresh.length > Math.max(FRESH, this.#sorted.length / 4)) this.#settle();
    return text;
  }

  /** The texts that share the most with a claim, the likeliest first; what few texts share counts for more. */
  likely(fingerprints: Iterable<number>, most: number): number[] {
    if (this.#fresh.length > 0) this.#settle();
    const scores = new Map<number, number>();
    for (const each of new Set(fingerprints)) {
      const found = this.#having(each);
      if (found.length > MAX_SHARED) continue;
      const weight = 1 / (1 + Math.log2(found.length || 1));
      for (const posting of found) scores.set(posting % TEXTS, (scores.get(posting % TEXTS) ?? 0) + weight);
    }
    return [...scores]
      .sort(([a, one], [b, other]) => other - one || b - a)
      .slice(0, most)
      .map(([text]) => text);
  }

  #having(fingerprint: number): Float64Array {
    const from = this.#place(fingerprint * TEXTS);
    return this.#sorted.subarray(from, this.#place((fingerprint + 1) * TEXTS));
  }

  /** Where the first posting not below this one stands. */
  #place(posting: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] ?? 0) < posting) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #settle(): void {
    const all = new Float64Array(this.#sorted.length + this.#fresh.length);
    all.set(this.#sorted);
    all.set(this.#fresh, this.#sorted.length);
    this.#sorted = all.sort();
    this.#fresh = [];
  }
}
