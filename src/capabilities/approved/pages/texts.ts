import { inLangs } from '../../../web/kit/index.ts';
import { APPROVED_EN } from './texts.en.ts';
import { APPROVED_FR } from './texts.fr.ts';

export const APPROVED = inLangs(APPROVED_FR, APPROVED_EN);
