import { inLangs } from '../../../web/kit/index.ts';
import { CALENDAR_EN } from './texts.en.ts';
import { CALENDAR_FR } from './texts.fr.ts';

export const CALENDAR = inLangs(CALENDAR_FR, CALENDAR_EN);
