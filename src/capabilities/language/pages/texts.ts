import { inLangs } from '../../../web/kit/index.ts';
import { LANGUAGE_EN } from './texts.en.ts';
import { LANGUAGE_FR } from './texts.fr.ts';

/** Words of the pages about the texts of each language. */
export const LANGUAGE = inLangs(LANGUAGE_FR, LANGUAGE_EN);
