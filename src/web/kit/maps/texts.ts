import { inLangs } from '../languages.ts';
import { MAPS_EN } from './texts.en.ts';
import { MAPS_FR } from './texts.fr.ts';

export const MAPS = inLangs(MAPS_FR, MAPS_EN);
