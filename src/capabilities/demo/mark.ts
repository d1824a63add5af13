import type { Chance } from '../../domain/clock.ts';

/** Stands before every id made for the demonstration; no id made by chance alone holds a dot. */
export const DEMO_MARK = 'demo.';

/** Marks whatever is made with it, so that it is found again among what is real. */
export const markedChance = (chance: Chance): Chance => ({
  token: (bytes) => `${DEMO_MARK}${chance.token(bytes)}`,
});
