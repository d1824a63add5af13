import type { Tally } from './ratings-store.ts';

/** Staff see no count of 1 to 4 people (row S12). */
export const FEWEST = 5;

/** How many found an item useful, and how many not. */
export interface Split {
  useful: number;
  not: number;
}

/** A part of those who rated. `split` is `null` where it would say something of a few people. */
export interface Part {
  key: string;
  split: Split | null;
}

export interface RatingFigures {
  /** All who rated it; `null`: 1 to 4, or a few among them who stand alone with their word. */
  all: Split | null;
  /** False: nobody has rated it. */
  any: boolean;
  /** By language, and by region; the key of an unknown region is `''`. The largest first. */
  byLang: readonly Part[];
  byRegion: readonly Part[];
}

/**
 * What staff may see of an item's ratings: a line shows how many found it useful only where that names nobody, neither
 * by itself nor by taking the lines that are shown from the whole.
 */
export function figuresOf(tallies: readonly Tally[]): RatingFigures {
  const all = sumOf(tallies);
  const shown = isSafe(all);
  const by = (key: (tally: Tally) => string): Part[] => {
    const parts = [...groups(tallies, key)].map(([name, some]) => ({ key: name, split: sumOf(some) }));
    const sorted = parts.sort((a, b) => sizeOf(b.split) - sizeOf(a.split) || (a.key < b.key ? -1 : 1));
    const hidden = shown ? hiddenAmong(sorted.map(({ split }) => split)) : new Set(sorted.keys());
    return sorted.map(({ key: name, split }, at) => ({ key: name, split: hidden.has(at) ? null : split }));
  };
  return {
    all: shown ? all : null,
    any: tallies.length > 0,
    byLang: by(({ lang }) => lang),
    byRegion: by(({ region }) => region ?? ''),
  };
}

/**
 * Lines that are not shown: those that would name somebody, and the smallest of the others as long as what is hidden,
 * taken together, would.
 */
function hiddenAmong(splits: readonly Split[]): Set<number> {
  const hidden = new Set([...splits.keys()].filter((at) => !isSafe(splits[at] ?? NOBODY)));
  // The largest come first.
  for (let at = splits.length - 1; at >= 0 && !isHiddenWell(splits, hidden); at -= 1) hidden.add(at);
  return hidden;
}

function isHiddenWell(splits: readonly Split[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return true;
  if (hidden.size === 1) return false;
  return isSafe(together([...hidden].map((at) => splits[at] ?? NOBODY)));
}

const NOBODY: Split = { useful: 0, not: 0 };

/** Nobody is a person too few, and 1 to 4 are. */
const isSafe = ({ useful, not }: Split): boolean => !isFew(useful) && !isFew(not);
const isFew = (n: number): boolean => n > 0 && n < FEWEST;

const sizeOf = ({ useful, not }: Split): number => useful + not;

const together = (splits: readonly Split[]): Split =>
  splits.reduce((sum, { useful, not }) => ({ useful: sum.useful + useful, not: sum.not + not }), NOBODY);

const sumOf = (tallies: readonly Tally[]): Split =>
  together(tallies.map(({ useful, n }) => (useful ? { useful: n, not: 0 } : { useful: 0, not: n })));

function groups(tallies: readonly Tally[], key: (tally: Tally) => string): Map<string, Tally[]> {
  const found = new Map<string, Tally[]>();
  for (const tally of tallies) found.set(key(tally), [...(found.get(key(tally)) ?? []), tally]);
  return found;
}
