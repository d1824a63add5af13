import { inLangs } from '../../../web/kit/index.ts';
import { KEYS_EN } from './texts.en.ts';
import { KEYS_FR } from './texts.fr.ts';

export const KEYS = inLangs(KEYS_FR, KEYS_EN);
