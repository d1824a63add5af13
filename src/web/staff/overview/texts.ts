import { inLangs } from '../../kit/index.ts';
import { OVERVIEW_EN } from './texts.en.ts';
import { OVERVIEW_FR } from './texts.fr.ts';

export const OVERVIEW = inLangs(OVERVIEW_FR, OVERVIEW_EN);
