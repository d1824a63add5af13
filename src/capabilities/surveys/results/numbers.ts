/** How often a number was given. */
export interface Frequency {
  value: number;
  count: number;
}

export interface NumberSummary {
  min: number;
  median: number;
  mean: number;
  max: number;
}

/** Numbers from `from` to `to`; `to` belongs to the class only among whole numbers. */
export interface NumberClass {
  from: number;
  to: number;
  whole: boolean;
  count: number;
}

/** More bars than this are not read, they are looked at. */
const MAX_CLASSES = 10;
/** Leaves room for a class that is begun at each end. */
const AIM = MAX_CLASSES - 2;

/** Minimum, median (mean of the two middle values), arithmetic mean and maximum; `null` for no numbers. */
export function summary(frequencies: readonly Frequency[]): NumberSummary | null {
  const sorted = [...frequencies].sort((a, b) => a.value - b.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  const total = sorted.reduce((sum, { value, count }) => sum + value * count, 0);
  const low = valueAt(sorted, Math.floor((n - 1) / 2));
  const high = valueAt(sorted, Math.ceil((n - 1) / 2));
  return { min: first.value, median: (low + high) / 2, mean: total / n, max: last.value };
}

/**
 * Classes a reader knows: one a value where there are few whole numbers, else of a width of 1, 2 or 5 × 10^n that begin
 * at a multiple of it (10–19, 20–29 …). At most {@link MAX_CLASSES}; empty ones in between are kept.
 */
export function classes(frequencies: readonly Frequency[]): NumberClass[] {
  const values = frequencies.map(({ value }) => value);
  if (values.length === 0) return [];
  const [min, max] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  const whole = values.every((value) => Number.isSafeInteger(value));
  const width = whole && max - min < MAX_CLASSES ? 1 : niceWidth((max - min) / AIM, whole);
  const start = Math.floor(min / width);
  const number = Math.floor(max / width) - start + 1;
  const found = Array.from({ length: number }, (_, index): NumberClass => {
    const from = clean((start + index) * width);
    return { from, to: clean(from + width - (whole ? 1 : 0)), whole, count: 0 };
  });
  for (const { value, count } of frequencies) {
    const into = found[Math.floor(value / width) - start];
    if (into !== undefined) into.count += count;
  }
  return found;
}

function valueAt(sorted: readonly Frequency[], position: number): number {
  let before = 0;
  for (const { value, count } of sorted) {
    before += count;
    if (position < before) return value;
  }
  return Number.NaN;
}

/** The smallest of 1, 2, 5 × 10^n that is not below `least`; not below 1 among whole numbers. */
function niceWidth(least: number, whole: boolean): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const width = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= least) ?? 10 * power;
  return whole ? Math.max(1, width) : width;
}

/** Takes 0.30000000000000004 back to 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
