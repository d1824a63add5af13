import { pairsOf, type Sources } from './sources.ts';

/** A word this frequent in the sources has been seen beside whatever usually stands beside it. */
const COMMON = 15;

/**
 * What no source shows and a reviewer should look at; no proof of a mistake, and finding nothing is no proof of its absence:
 * two common words side by side that never stand so; *la* after a nasal, where the sources have *na*; a clause that ends
 * in the auxiliary *bɛ*, *tɛ* or *kana*, without its verb.
 */
export function oddOrders(clauses: readonly (readonly string[])[], sources: Sources): string[] {
  const { pairs, frequency } = sources;
  const common = (word: string): boolean => (frequency.get(word) ?? 0) >= COMMON;
  const strange = clauses
    .flatMap(pairsOf)
    .filter((pair) => !pairs.has(pair) && (pair.split(' ').every(common) || /n la$/u.test(pair)));
  const unfinished = clauses
    .map((words) => words.slice(-2).join(' '))
    .filter((end) => /(?:^| )(?:bɛ|tɛ|kana)$/u.test(end) && !pairs.has(end));
  return [
    ...[...new Set(strange)].map((pair) => `"${pair}" stands nowhere in the sources`),
    ...[...new Set(unfinished)].map((end) => `"${end}" ends without a verb`),
  ];
}
