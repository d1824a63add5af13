import { inLangs } from '../../../web/kit/index.ts';
import { PEOPLE_EN } from './texts.en.ts';
import { PEOPLE_FR } from './texts.fr.ts';

/** What staff read of people. */
export const PEOPLE = inLangs(PEOPLE_FR, PEOPLE_EN);
