import { inLangs } from '../../../web/kit/index.ts';
import { BROADCASTS_EN } from './texts.en.ts';
import { BROADCASTS_FR } from './texts.fr.ts';

/** Words of the pages of broadcasts. */
export const BROADCAST_WORDS = inLangs(BROADCASTS_FR, BROADCASTS_EN);
