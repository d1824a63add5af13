import { inLangs } from '../../../web/kit/index.ts';
import { MEDIA_EN } from './texts.en.ts';
import { MEDIA_FR } from './texts.fr.ts';

/** Words of the pages of voices and photos. */
export const MEDIA = inLangs(MEDIA_FR, MEDIA_EN);
