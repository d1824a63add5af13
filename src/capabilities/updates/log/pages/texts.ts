import { inLangs } from '../../../../web/kit/index.ts';
import { LOG_EN } from './texts.en.ts';
import { LOG_FR } from './texts.fr.ts';

export const LOG_TEXTS = inLangs(LOG_FR, LOG_EN);
