import { inLangs } from '../../../web/kit/index.ts';
import { TRAFFIC_EN } from './texts.en.ts';
import { TRAFFIC_FR } from './texts.fr.ts';

export const TRAFFIC_WORDS = inLangs(TRAFFIC_FR, TRAFFIC_EN);
