import { type AskType, isClassA } from '../../../engine/types.ts';
import type { SurveyOutline } from '../outline.ts';
import type { Tally } from '../results-store.ts';
import { type Category, categoriesOf, keysFor } from './categories.ts';
import { type AskedQuestion, byMeaning, type PastQuestions } from './meanings.ts';
import { type Apart, regionsApart } from './regions-apart.ts';
import { hiddenOf, isSmall, type ShownCategory, type ShownQuestion } from './suppression.ts';

/** The same as a tally, of people of one region. `region` is `null` for those who named no place. */
export interface RegionTally extends Tally {
  region: string | null;
}

/** What people of each region answered, as staff may see it. */
export interface RegionalResults {
  survey: string;
  /** A development machine: nothing is hidden. */
  rehearsal: boolean;
  /** By region, the closed questions that are asked now, but for the place. `n`: the persons of the lines shown. */
  regions: ReadonlyMap<string, readonly ShownQuestion[]>;
}

/** By which question of a survey people are told apart; `undefined`: it asks for no place. */
export const placeQuestion = ({ questions }: SurveyOutline): string | undefined =>
  questions.find(({ type }) => type === 'place')?.key;

/** Puts counts by region into the lines of the whole. Pure. */
export function regionalResults(
  outline: SurveyOutline,
  tallies: readonly RegionTally[],
  asked: PastQuestions,
  rehearsal: boolean,
): RegionalResults {
  const regions = [...new Set(tallies.flatMap((row) => row.region ?? []))].sort();
  const questions = byMeaning(outline, tallies, asked).filter(
    ({ version, outline: { type } }) => version === undefined && type !== 'place' && !isClassA(type),
  );
  // The rows were given with their region, and come back as they are.
  const apart = questions.map((question) => byRegion(question as AskedByRegion, regions, rehearsal));
  return {
    ...{ survey: outline.id, rehearsal },
    regions: new Map(regions.map((region, column) => [region, apart.flatMap((each) => each[column] ?? [])])),
  };
}

type AskedByRegion = Omit<AskedQuestion, 'tallies'> & { tallies: RegionTally[] };

/** One question, as it is shown for each of the regions. */
function byRegion(
  { outline: { type, key }, outline, tallies }: AskedByRegion,
  regions: readonly string[],
  rehearsal: boolean,
): ShownQuestion[] {
  const lines = categoriesOf(outline, tallies);
  const countOf = (region: string | null, line?: Category): number =>
    tallies.reduce((sum, row) => {
      const counts = row.region === region && (line === undefined || belongs(type, row, line));
      return counts ? sum + row.count : sum;
    }, 0);
  const apart: Apart = {
    rows: lines.map((line) => regions.map((region) => countOf(region, line))),
    nowhere: lines.map((line) => countOf(null, line)),
    hiddenInWhole: hiddenInWhole(type, tallies, lines),
    overlap: type === 'multi',
    bases: regions.map((region) => countOf(region)),
  };
  const covered = rehearsal ? [] : regionsApart(apart);
  return regions.map((_region, column) => {
    const cells = lines.map((line, at) => ({
      line: plain(line),
      count: apart.rows[at]?.[column] ?? 0,
      open: covered[at]?.[column] !== true,
    }));
    const shown = cells.reduce((sum, { open, count }) => (open ? sum + count : sum), 0);
    const base = apart.bases[column] ?? 0;
    const n = apart.overlap && !isSmall(base) ? base : shown;
    const categories = cells.map(({ line, count, open }): ShownCategory => {
      if (open) return { ...line, count, share: n === 0 ? 0 : count / n };
      // That it is small would already say much beside the whole.
      return { ...line, count: null, hidden: 'masked' };
    });
    return { question: key, type, n, unanswered: 0, current: true, categories };
  });
}

/** A mean place would say more than the counts that are shown. */
const plain = ({ key, withoutPosition, range }: Category): Omit<Category, 'count'> => ({
  ...{ key, withoutPosition },
  ...(range !== undefined && { range }),
});

function hiddenInWhole(type: AskType, tallies: readonly Tally[], lines: readonly Category[]): Set<number> {
  const n = tallies.reduce((sum, { count }) => sum + count, 0);
  const hidden = hiddenOf({ type, n, categories: lines });
  return new Set(hidden === null ? lines.keys() : hidden.keys());
}

/** Whether an answer counts in a line of the whole; its classes and spans follow from all answers together. */
function belongs(type: AskType, { value }: Tally, { key, range }: Category): boolean {
  if (range === undefined) return keysFor(type, { value }).includes(key);
  return (
    typeof value === 'number' && value >= range.from && (range.whole ? value <= range.to : value < range.to)
  );
}
