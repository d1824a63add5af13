import { inLangs } from '../../../web/kit/index.ts';
import { AUDIENCES_EN } from './texts.en.ts';
import { AUDIENCES_FR } from './texts.fr.ts';

/** Words of the pages of audiences and of the builder. */
export const AUDIENCE_WORDS = inLangs(AUDIENCES_FR, AUDIENCES_EN);
