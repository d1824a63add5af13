/** Enough for every chart to say something, and loaded in well under a minute. */
export const DEFAULT_PEOPLE = 300;
/** More is a load test, for which there is `npm run bench`. */
export const MAX_PEOPLE = 5000;
export const DEFAULT_SEED = 1;
