import type { QuestionOutline, SurveyOutline } from '../outline.ts';
import type { Tally } from '../results-store.ts';

/** A question as one or more versions of the flow asked it, with the answers it had there. */
export interface AskedQuestion {
  outline: QuestionOutline;
  tallies: Tally[];
  /** Hash of a version that asked it so; absent for the question as it is asked now. */
  version?: string;
}

/** The questions of older versions of a survey's flow, by their content hash; those nobody has any more are not there. */
export type PastQuestions = ReadonlyMap<string, readonly QuestionOutline[]>;

/**
 * Parts answers by what was asked: those to today's questions (of the same name, type and choices, in whatever version),
 * then those to others. An answer whose version nobody has any more is taken for one to today's question of its name and
 * type. So an edit under a running survey mixes nothing (rapidpro#827).
 */
export function byMeaning(
  { questions }: SurveyOutline,
  tallies: readonly Tally[],
  asked: PastQuestions,
): AskedQuestion[] {
  const now = questions.map((outline): AskedQuestion => ({ outline, tallies: [] }));
  const past = new Map<string, AskedQuestion>();
  for (const row of tallies) {
    const outline = outlineOf(row, asked);
    const today = now.find(
      (one) => isOf(row, one.outline) && (outline === undefined || isSame(outline, one.outline)),
    );
    if (today) today.tallies.push(row);
    else pastOf(row, outline, past).tallies.push(row);
  }
  return [...now, ...[...past.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))];
}

const outlineOf = (row: Tally, asked: PastQuestions): QuestionOutline | undefined =>
  asked.get(row.hash ?? '')?.find((one) => isOf(row, one));

const isOf = (row: Tally, question: QuestionOutline): boolean =>
  row.question === question.key && row.type === question.type;

/** Their order on the screen is none of their meaning: answers are stored by key. */
const isSame = (a: QuestionOutline, b: QuestionOutline): boolean => choicesOf(a) === choicesOf(b);

const choicesOf = ({ choices }: QuestionOutline): string => [...choices].sort().join(' ');
const nameOf = ({ outline }: AskedQuestion): string => `${outline.key} ${outline.type} ${choicesOf(outline)}`;

function pastOf(
  row: Tally,
  found: QuestionOutline | undefined,
  past: Map<string, AskedQuestion>,
): AskedQuestion {
  const outline = found ?? { key: row.question, type: row.type, choices: [] };
  const fresh: AskedQuestion = { outline, tallies: [], version: row.hash ?? row.type };
  const name = nameOf(fresh);
  const known = past.get(name) ?? fresh;
  past.set(name, known);
  return known;
}
