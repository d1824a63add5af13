/** How many shades of one hue a reader tells apart. */
export const STEPS = 5;

/** The shade of a value between 0 and `most`: 1 for little, 5 for much; 0 for nothing at all. */
export const stepOf = (value: number, most: number): number =>
  value <= 0 || most <= 0 ? 0 : Math.min(STEPS, Math.max(1, Math.ceil((value / most) * STEPS - 1e-9)));
