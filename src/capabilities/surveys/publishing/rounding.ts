/** In steps of how many percent shares are told. */
export type Step = 1 | 5;

/** A share in steps; 0.5 and 99.5 where it would read as nobody or everybody and is not. */
export function rounded(count: number, n: number, step: Step): number {
  const percent = Math.round((100 * count) / n / step) * step;
  if (percent === 0 && count > 0) return 0.5;
  return percent === 100 && count < n ? 99.5 : percent;
}

interface Told {
  /** At least so many, at most nine more. */
  least: number;
  /** `null`: hidden. */
  percents: readonly (number | null)[];
  step: Step;
  /** A person may be in several lines. */
  overlap: boolean;
  /** What is told is nobody, or so many people; what is hidden is at least as many together. */
  k: number;
}

/**
 * Whether the shares leave one base only: then a reader could subtract it from another one. A base is possible where each
 * share is some number of people, and all of them together are that base, hidden lines included.
 */
export function isPinned(told: Told): boolean {
  let possible = 0;
  for (let n = told.least; n <= told.least + 9; n += 1) if (isPossible(told, n)) possible += 1;
  return possible < 2;
}

function isPossible({ percents, step, overlap, k }: Told, n: number): boolean {
  let [low, high] = [0, 0];
  for (const percent of percents) {
    if (percent === null) continue;
    const fitting = counts(percent, n, step).filter((count) => count === 0 || count >= k);
    const [least, most] = [fitting[0], fitting.at(-1)];
    if (least === undefined || most === undefined) return false;
    low += least;
    high += most;
  }
  if (overlap) return true;
  return percents.includes(null) ? low + k <= n : low <= n && high >= n;
}

/** How many people of `n` are told as `percent`, rising. */
function counts(percent: number, n: number, step: Step): number[] {
  const near = Math.round((percent * n) / 100);
  const reach = Math.ceil((step * n) / 100) + 1;
  const fitting: number[] = [];
  for (let count = Math.max(0, near - reach); count <= Math.min(n, near + reach); count += 1)
    if (rounded(count, n, step) === percent) fitting.push(count);
  return fitting;
}
