import { inLangs } from '../../../web/kit/index.ts';
import { UPDATES_EN } from './texts.en.ts';
import { UPDATES_FR } from './texts.fr.ts';

/** Words of the pages of updates. */
export const UPDATES = inLangs(UPDATES_FR, UPDATES_EN);
