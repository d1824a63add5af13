import { inLangs } from '../../../../web/kit/index.ts';
import { TRIALS_EN } from './texts.en.ts';
import { TRIALS_FR } from './texts.fr.ts';

/** Words of test sends. */
export const TRIAL_WORDS = inLangs(TRIALS_FR, TRIALS_EN);
