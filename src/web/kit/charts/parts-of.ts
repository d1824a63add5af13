/** One part of a whole, as it is drawn. */
export interface Drawn {
  /** Index among the parts; `null` is what all hidden parts have together. */
  part: number | null;
  /** 0 to 1 on the whole width. */
  from: number;
  width: number;
}

/**
 * Lays parts side by side. Hidden ones are drawn as the one rest they leave, at the end: how it is shared out among them
 * cannot be measured on the screen.
 */
export function partsOf(shares: readonly (number | null)[]): Drawn[] {
  let from = 0;
  const drawn = shares.flatMap((share, part): Drawn[] => {
    const width = Math.min(Math.max(share ?? 0, 0), 1 - from);
    const start = from;
    from += width;
    return width === 0 ? [] : [{ part, from: start, width }];
  });
  const rest = 1 - from;
  return shares.includes(null) && rest > LEAST ? [...drawn, { part: null, from, width: rest }] : drawn;
}

/** Less than this is what adding fractions leaves. */
const LEAST = 1e-9;

/** A fraction as an attribute of SVG. */
export const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;
