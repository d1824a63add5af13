/**
 * Upper ends of the classes times are counted in, in seconds: fine where a person reads and types, coarse where they
 * have gone away. No time itself is kept.
 */
export const TIME_CLASSES = [
  5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_800, 3_600, 14_400, 43_200, 86_400,
] as const;

/** The class a time falls into; the last one has no upper end. */
export function timeClassOf(ms: number): number {
  const seconds = ms / 1000;
  const found = TIME_CLASSES.findIndex((end) => seconds <= end);
  return found < 0 ? TIME_CLASSES.length : found;
}

/**
 * The median in seconds, interpolated within its class; `null` where it lies beyond the last end or nobody answered.
 * @param counts how many times fell into each class
 */
export function medianOf(counts: Readonly<Record<string, number>>): number | null {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let below = 0;
  for (const [nth, end] of TIME_CLASSES.entries()) {
    const within = counts[nth] ?? 0;
    if (below + within >= total / 2) {
      const start = TIME_CLASSES[nth - 1] ?? 0;
      return start + ((total / 2 - below) / within) * (end - start);
    }
    below += within;
  }
  return null;
}
