import { opened } from './ours.mjs';

/** Understanding, engine and state, as row F13 has it: the words of the reply are not made. */
export const open = (how) => opened({ ...how, words: false }, 'sondage-paix', 5);
