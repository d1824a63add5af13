/** What became of one question. */
export interface Outcome {
  org: string;
  office: string;
  theme: string;
  /** Day it came to this office. */
  day: string;
  /** Day this office answered it; `null` while it waits, and where another one has it now. */
  answered: string | null;
  /** Day it was passed on to another office. */
  passed?: string;
}

/** What everybody may know of an office. */
export interface OfficeFigures {
  office: string;
  /** `null` where it would be told of too few people. */
  shown: { asked: number; answered: number; medianDays: number | null; passed: number | null } | null;
}

const DAY_MS = 86_400_000;

/**
 * Of each office how many questions it has to answer, how many it did and in how many days, the middle one. Who passes a
 * question on has neither answered nor left it: it counts where it went, from the day it came there, and here among those
 * passed on. Below `smallest` questions nothing is told of an office, and no middle or number passed on below as many: a
 * figure over few people is about them.
 */
export function figuresOf(outcomes: readonly Outcome[], smallest: number): OfficeFigures[] {
  const byOffice = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    byOffice.set(outcome.office, [...(byOffice.get(outcome.office) ?? []), outcome]);
  return [...byOffice].map(([office, all]) => {
    const theirs = all.filter(({ passed }) => passed === undefined);
    if (theirs.length < smallest) return { office, shown: null };
    const passedOn = all.length - theirs.length;
    const days = theirs.flatMap(({ day, answered }) => (answered === null ? [] : daysBetween(day, answered)));
    const medianDays = days.length < smallest ? null : median(days);
    const passed = passedOn < smallest ? null : passedOn;
    return { office, shown: { asked: theirs.length, answered: days.length, medianDays, passed } };
  });
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/** Of two middle ones the longer: a promise is not made to look better than it is. */
function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
