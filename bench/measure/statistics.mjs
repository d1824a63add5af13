/** The middle of the values; the mean of the two in the middle where their number is even. */
export function median(values) {
  return quantile(values, 0.5);
}

/** @param q 0 to 1; linear between neighbours */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = Math.floor(at);
  const below = sorted[low];
  const above = sorted[Math.min(low + 1, sorted.length - 1)];
  return below + (above - below) * (at - low);
}

/** Lowest and highest value: on a shared machine the range says more than a deviation of five runs. */
export const spread = (values) => [round(Math.min(...values)), round(Math.max(...values))];

/** Three significant digits: more would be noise. */
export const round = (value) => (Number.isFinite(value) ? Number(value.toPrecision(3)) : null);
