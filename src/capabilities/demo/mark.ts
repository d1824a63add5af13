import type { Chance } from '../../domain/clock.ts';

/**
 * Stands before every id made for the demonstration. Fit for ids and buttons; that a real one begins so by chance has a
 * probability of 2^-84.
 */
export const DEMO_MARK = 'demonstration-';

/** Marks whatever is made with it, so that it is found again among what is real. */
export const markedChance = (chance: Chance): Chance => ({
  token: (bytes) => `${DEMO_MARK}${chance.token(bytes)}`,
});
