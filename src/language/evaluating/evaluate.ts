import { readDate } from '../dates/read-date.ts';
import { detectLanguage } from '../detection/detect-language.ts';
import { intentReader } from '../intents/read-intent.ts';
import { readNumber } from '../numbers/read-number.ts';
import { readPlace } from '../places/read-place.ts';
import type { Match } from '../types.ts';
import type { Case, Kind } from './cases.ts';

/** What was understood otherwise than the set says. */
export interface Confusion {
  input: string;
  expected: string;
  understood: string;
  lang: string;
}

export interface Score {
  n: number;
  /** Share understood as expected, 0 to 1. */
  accuracy: number;
  /** How many would have been asked back, the right ones among them too. */
  asked: number;
  confusions: Confusion[];
}

export type Report = Partial<Record<Kind, Score>>;

/**
 * Reads every case as a citizen's message would be, and counts by kind. `today` is `YYYY-MM-DD`, for dates.
 * A place that is asked back counts by the first it would offer.
 */
export function evaluate(cases: readonly Case[], today: string): Report {
  const report: Report = {};
  for (const one of cases) {
    const score = (report[one.kind] ??= { n: 0, accuracy: 0, asked: 0, confusions: [] });
    const { said, first } = READ[one.kind](one, today);
    score.n += 1;
    if (said === 'ambiguous') score.asked += 1;
    const { input, expected, lang } = one;
    if (!MEANS[one.kind](said, expected) && !MEANS[one.kind](first ?? said, expected))
      score.confusions.push({ input, expected, understood: said, lang });
  }
  for (const score of Object.values(report)) score.accuracy = 1 - score.confusions.length / score.n;
  return report;
}

/** What was understood, in the words of the set; and of several places the likeliest. */
interface Understood {
  said: string;
  first?: string | undefined;
}

const saying = <T>(found: Match<T>, say: (value: T) => string = String): Understood => {
  if (found.kind === 'one') return { said: say(found.value) };
  return { said: found.kind === 'many' ? 'ambiguous' : 'none' };
};

const READ: Record<Kind, (one: Case, today: string) => Understood> = {
  intent({ input }) {
    const found = intentReader.intent(input);
    if (found.kind === 'one') return { said: found.intent };
    return { said: found.kind === 'many' ? 'ambiguous' : 'none' };
  },
  number: ({ input, lang }) => saying(readNumber(input, lang)),
  date: ({ input }, today) => saying(readDate(input, { today })),
  place({ input }) {
    const found = readPlace(input);
    const first = found.kind === 'many' ? found.values[0]?.slug : undefined;
    return { ...saying(found, ({ slug }) => slug), first };
  },
  language: ({ input }) => ({ said: detectLanguage(input).lang }),
};

const same = (said: string, expected: string): boolean => said === expected;

const MEANS: Record<Kind, (said: string, expected: string) => boolean> = {
  intent: same,
  date: same,
  language: same,
  number: (said, expected) =>
    said === (/^[-\d ]+$/u.test(expected) ? String(Number(expected.replaceAll(' ', ''))) : expected),
  // A set may name a cercle without its region, or only the region of what was typed.
  place: (said, expected) => said === expected || said.split('/').includes(expected),
};
