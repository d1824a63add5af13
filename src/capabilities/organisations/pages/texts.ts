import { inLangs } from '../../../web/kit/index.ts';
import { ORGANISATIONS_EN } from './texts.en.ts';
import { ORGANISATIONS_FR } from './texts.fr.ts';

export const ORGANISATIONS_TEXTS = inLangs(ORGANISATIONS_FR, ORGANISATIONS_EN);
