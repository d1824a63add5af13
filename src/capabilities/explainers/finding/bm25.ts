/** Saturation of repeated terms, and how much length counts: the usual middle values of the source below. */
const K1 = 1.2;
const B = 0.75;

/** A text to be found, as its terms; one that counts more stands in it more than once. */
export interface Indexed {
  id: string;
  terms: readonly string[];
}

export interface Scored {
  id: string;
  /** From 0 (nothing in common) to 1 (every term of the question, as often as it can count). */
  score: number;
}

/**
 * BM25 over a small collection, in memory: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
 * Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, with the idf that is never negative (ln(1 + …), as
 * Lucene has it). The score is divided by the best one these terms could reach, so that one bound means the same for
 * short and long questions; a term no text has counts there as the rarest would.
 */
export function bm25(texts: readonly Indexed[]): (terms: readonly string[]) => Scored[] {
  const postings = new Map<string, Map<number, number>>();
  for (const [at, { terms }] of texts.entries())
    for (const term of terms) {
      const found = postings.get(term) ?? new Map<number, number>();
      if (found.size === 0) postings.set(term, found);
      found.set(at, (found.get(at) ?? 0) + 1);
    }
  const average = texts.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, texts.length);
  const idf = (holding: number): number =>
    Math.log(1 + (texts.length - holding + 0.5) / (Math.max(1, holding) + 0.5));

  return (terms) => {
    const scores = new Map<number, number>();
    let best = 0;
    for (const term of new Set(terms)) {
      const found = postings.get(term);
      const weight = idf(found?.size ?? 1);
      best += weight * (K1 + 1);
      for (const [at, times] of found ?? []) {
        const length = 1 - B + (B * (texts[at]?.terms.length ?? 0)) / Math.max(1, average);
        scores.set(at, (scores.get(at) ?? 0) + (weight * times * (K1 + 1)) / (times + K1 * length));
      }
    }
    return [...scores]
      .map(([at, score]) => ({ id: texts[at]?.id ?? '', score: best === 0 ? 0 : score / best }))
      .sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1));
  };
}
