import { inLangs } from '../../../web/kit/index.ts';
import { LINK_EN } from './texts.en.ts';
import { LINK_FR } from './texts.fr.ts';

/** Words of the page on which the campaign's phone is linked. */
export const LINK = inLangs(LINK_FR, LINK_EN);
