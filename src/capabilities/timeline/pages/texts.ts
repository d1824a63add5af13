import { inLangs } from '../../../web/kit/index.ts';
import { TIMELINE_EN } from './texts.en.ts';
import { TIMELINE_FR } from './texts.fr.ts';

export const TIMELINE_TEXTS = inLangs(TIMELINE_FR, TIMELINE_EN);
