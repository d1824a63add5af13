/** What became of one question. */
export interface Outcome {
  org: string;
  office: string;
  theme: string;
  /** Day it was asked. */
  day: string;
  /** Day it was answered; `null` while it waits. */
  answered: string | null;
}

/** What everybody may know of an office. */
export interface OfficeFigures {
  office: string;
  /** `null` where it would be told of too few people. */
  shown: { asked: number; answered: number; medianDays: number | null } | null;
}

const DAY_MS = 86_400_000;

/**
 * Of each office how many questions came, how many were answered and in how many days, the middle one. Below `smallest`
 * questions nothing is told of it, and no middle below as many answers: a figure over few people is about them.
 */
export function figuresOf(outcomes: readonly Outcome[], smallest: number): OfficeFigures[] {
  const byOffice = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    byOffice.set(outcome.office, [...(byOffice.get(outcome.office) ?? []), outcome]);
  return [...byOffice].map(([office, all]) => {
    if (all.length < smallest) return { office, shown: null };
    const days = all.flatMap(({ day, answered }) => (answered === null ? [] : daysBetween(day, answered)));
    const medianDays = days.length < smallest ? null : median(days);
    return { office, shown: { asked: all.length, answered: days.length, medianDays } };
  });
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));

/** Of two middle ones the longer: a promise is not made to look better than it is. */
function median(days: readonly number[]): number {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
