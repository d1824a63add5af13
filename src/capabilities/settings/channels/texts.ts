import { inLangs } from '../../../web/kit/index.ts';
import { CHANNELS_EN } from './texts.en.ts';
import { CHANNELS_FR } from './texts.fr.ts';

export const CHANNELS = inLangs(CHANNELS_FR, CHANNELS_EN);
