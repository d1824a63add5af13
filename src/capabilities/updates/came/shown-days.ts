import type { DayCount } from './came-store.ts';

/** A day as a page shows it; `null`: somebody came, and so few that nothing is said of how many. */
export interface ShownDay {
  day: string;
  n: number | null;
}

/** No day tells of fewer than `smallest`, and there is no sum from which a hidden day could be reckoned. */
export const shownDays = (days: readonly DayCount[], smallest: number): ShownDay[] =>
  days.map(({ day, n }) => ({ day, n: n < smallest ? null : n }));
