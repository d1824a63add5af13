import { CERCLE_LIST, REGION_LIST } from '../../../language/index.ts';
import { wordsOf } from './words.ts';

/** Every word that is by itself a place: what is left of another one's name must not pass for it. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  [...REGION_LIST, ...CERCLE_LIST].flatMap(({ name }) => {
    const { words } = wordsOf(name);
    return words.length === 1 ? words.map(({ safe }) => safe) : [];
  }),
);
