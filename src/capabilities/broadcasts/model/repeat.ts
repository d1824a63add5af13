import type { Broadcast, Repeat } from './broadcast.ts';

const DAY_MS = 86_400_000;
/** Once a day is the most, twice a year the least that is still the same message. */
export const REPEAT_DAYS = { least: 1, most: 180 } as const;
/** Nobody approves what goes out a hundred times. */
export const MOST_REPEATS = 60;

/** The moment of the next one, or nothing where the series ends. */
export function nextOf({ every, due }: Pick<Broadcast, 'every' | 'due'>): number | undefined {
  if (every === undefined || due === undefined) return undefined;
  const at = due + every.days * DAY_MS;
  return at <= every.until ? at : undefined;
}

/** How often it goes out in all, from `at` on. */
export const timesOf = ({ days, until }: Repeat, at: number): number =>
  until < at ? 1 : Math.floor((until - at) / (days * DAY_MS)) + 1;

/**
 * Which one follows in the series, and its id: made from what it follows as it stands now, so that making it twice makes
 * one, and making it of something that was changed meanwhile makes another.
 */
export function followerOf({ id, at, rev, series }: Broadcast): {
  id: string;
  series: NonNullable<Broadcast['series']>;
} {
  const first = series?.first ?? id;
  const n = (series?.n ?? 0) + 1;
  return {
    id: `${first}-${String(n)}-${String(rev)}`,
    series: { first, n, at: series === undefined ? at : series.at, before: id },
  };
}
