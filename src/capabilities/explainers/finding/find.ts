import { bm25, type Scored } from './bm25.ts';
import { termsOf } from './terms.ts';

/** What is offered at most: three choices fit on the buttons of every channel. */
export const MOST_OFFERED = 3;
/** Runs of letters count more than whole words: half of what is typed is spelt as it is heard. */
const WORDS = 0.4;
const GRAMS = 0.6;
/** Below this share of what could be reached, two texts have little more than letters in common. */
const ENOUGH = 0.14;
/** Far behind the best one, it is no choice but noise. */
const NEAR_THE_BEST = 0.3;
/** A question says more about what is asked than the answer does. */
const QUESTION_WEIGHT = 3;
const TITLE_WEIGHT = 2;

/** Something that can be found: in every language it has, with other ways to ask for it. */
export interface Findable {
  id: string;
  texts: readonly { title: string; question: string; others: readonly string[]; answer: string }[];
}

/**
 * Reads all texts once; the answer brings, for a question in somebody's own words, the best three at most, the best first.
 * Languages are not told apart: people mix them, and a word of one language is rare enough in the other to stay apart.
 */
export function finderOf(all: readonly Findable[]): (question: string) => Scored[] {
  const texts = all.map(({ id, texts: langs }) => ({ id, ...weighted(langs) }));
  const byWords = bm25(texts.map(({ id, words }) => ({ id, terms: words })));
  const byGrams = bm25(texts.map(({ id, grams }) => ({ id, terms: grams })));
  return (question) => {
    const { words, grams } = termsOf(question);
    const sums = new Map<string, number>();
    for (const { id, score } of byWords(words)) sums.set(id, WORDS * score);
    for (const { id, score } of byGrams(grams)) sums.set(id, (sums.get(id) ?? 0) + GRAMS * score);
    const ranked = [...sums]
      .map(([id, score]) => ({ id, score }))
      .sort((one, two) => two.score - one.score || (one.id < two.id ? -1 : 1));
    const least = Math.max(ENOUGH, NEAR_THE_BEST * (ranked[0]?.score ?? 0));
    return ranked.filter(({ score }) => score >= least).slice(0, MOST_OFFERED);
  };
}

function weighted(langs: Findable['texts']): { words: string[]; grams: string[] } {
  const parts = langs.flatMap(({ title, question, others, answer }) => [
    ...Array.from({ length: TITLE_WEIGHT }, () => title),
    ...Array.from({ length: QUESTION_WEIGHT }, () => [question, ...others].join(' ')),
    answer,
  ]);
  const terms = parts.map(termsOf);
  return { words: terms.flatMap(({ words }) => words), grams: terms.flatMap(({ grams }) => grams) };
}
