/** Age bands as a volunteer taps them. Younger ones are declined and nothing of them is kept (V1). */
export const BANDS = ['15-17', '18-24', '25-35', '36'] as const;
export type Band = (typeof BANDS)[number];

/** The lowest age of each band; an event's minimum age is one of these, for nothing finer is known of anybody. */
export const YOUNGEST: Readonly<Record<Band, number>> = { '15-17': 15, '18-24': 18, '25-35': 25, '36': 36 };
export const MIN_AGES = [15, 18, 25, 36] as const;

/** After so many years everybody of the band 15–17 is of age. */
const YEARS_TO_AGE = 3;

/**
 * The age somebody has at least on `day`. The band was true on the day it was said; of those between, the younger is
 * believed, so that no minor passes for of age.
 * @param said and day `YYYY-MM-DD`
 */
export function ageAtLeast(band: Band, said: string, day: string): number {
  return YOUNGEST[band] + fullYears(said, day);
}

/** Nobody is taken for of age who may not be. */
export const isMinor = (band: Band, said: string, day: string): boolean =>
  band === '15-17' && fullYears(said, day) < YEARS_TO_AGE;

function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}
