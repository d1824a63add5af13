import { inLangs } from '../../../web/kit/index.ts';
import { VOLUNTEERS_EN } from './texts.en.ts';
import { VOLUNTEERS_FR } from './texts.fr.ts';

/** Words of the volunteers' pages. */
export const VOLUNTEERS = inLangs(VOLUNTEERS_FR, VOLUNTEERS_EN);
