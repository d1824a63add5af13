import type { Counts } from '../ports.ts';

/**
 * Counts as staff see them: `0` stands for fewer than `smallest`, nobody among them, and the rest is rounded, so that two
 * counts beside each other do not tell of one person. Exact where `smallest` is 1 (docs/decisions/audiences.md).
 */
export function shownCounts(counts: Counts, smallest: number): Counts {
  const shown = (n: number): number => shownNumber(n, smallest);
  const each = (sums: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(sums).map(([key, n]) => [key, shown(n)]));
  return {
    matched: shown(counts.matched),
    reachable: shown(counts.reachable),
    excluded: each(counts.excluded),
    byLang: each(counts.byLang),
    byChannel: each(counts.byChannel),
    byRegion: each(counts.byRegion),
  };
}

/** Rounded to twice the smallest number that may be named. */
export function shownNumber(n: number, smallest: number): number {
  if (n < smallest) return 0;
  const step = smallest > 1 ? 2 * smallest : 1;
  return Math.max(step, Math.round(n / step) * step);
}
