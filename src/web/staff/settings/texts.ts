import { inLangs } from '../../kit/index.ts';
import { SETTINGS_EN } from './texts.en.ts';
import { SETTINGS_FR } from './texts.fr.ts';

export const SETTINGS = inLangs(SETTINGS_FR, SETTINGS_EN);
