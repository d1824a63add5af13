import { inBoth, type PublicWords } from '../../../web/public/index.ts';
import { RESULTS_BM } from './words.bm.ts';
import { RESULTS_FR } from './words.fr.ts';

export const RESULTS_WORDS = inBoth(RESULTS_FR, RESULTS_BM);
export type ResultsWords = PublicWords<typeof RESULTS_FR>;
