import { inLangs } from '../../../web/kit/index.ts';
import { OWN_EN } from './texts.en.ts';
import { OWN_FR } from './texts.fr.ts';

/** Words of the pages about one's own account. */
export const OWN = inLangs(OWN_FR, OWN_EN);
