import { inLangs } from '../languages.ts';
import { CHARTS_EN } from './texts.en.ts';
import { CHARTS_FR } from './texts.fr.ts';

export const CHARTS = inLangs(CHARTS_FR, CHARTS_EN);
