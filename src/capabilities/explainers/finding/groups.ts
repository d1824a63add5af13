import { termsOf } from './terms.ts';

/** Two questions are about the same from this share of common runs of letters on. */
const ALIKE = 0.42;

/** Questions that ask the same in other words; the first one stands for all. */
export interface Group<Question> {
  first: Question;
  others: Question[];
}

/**
 * Puts questions together that are about the same, the largest group first: each joins the group whose first question it
 * shares most with (Dice's coefficient, L. R. Dice, Ecology 26, 1945), or begins one. Good for some hundreds.
 */
export function groupsOf<Question>(
  questions: readonly Question[],
  words: (question: Question) => string,
): Group<Question>[] {
  const groups: { group: Group<Question>; grams: Set<string> }[] = [];
  for (const question of questions) {
    const grams = new Set(termsOf(words(question)).grams);
    let best: { group: Group<Question>; share: number } | undefined;
    for (const each of groups) {
      const share = dice(grams, each.grams);
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { group: each.group, share };
    }
    if (best === undefined) groups.push({ group: { first: question, others: [] }, grams });
    else best.group.others.push(question);
  }
  return groups.map(({ group }) => group).sort((one, two) => two.others.length - one.others.length);
}

function dice(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  if (one.size === 0 || two.size === 0) return 0;
  let common = 0;
  for (const gram of one) if (two.has(gram)) common += 1;
  return (2 * common) / (one.size + two.size);
}
