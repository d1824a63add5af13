/** Names and numbers one account may uncover a day (T23). */
export const MOST_REVEALS = 20;
/** A page that is loaded again within this time is the same look. */
export const LOOK_MS = 10 * 60 * 1000;
