import { inLangs } from '../../../web/kit/index.ts';
import { SURVEYS_EN } from './texts.en.ts';
import { SURVEYS_FR } from './texts.fr.ts';

/** Words of the survey pages. */
export const SURVEYS = inLangs(SURVEYS_FR, SURVEYS_EN);
