import { inLangs } from '../../../web/kit/index.ts';
import { READINESS_EN } from './texts.en.ts';
import { READINESS_FR } from './texts.fr.ts';

export const READY = inLangs(READINESS_FR, READINESS_EN);
