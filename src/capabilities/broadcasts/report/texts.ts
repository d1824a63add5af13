import { inLangs } from '../../../web/kit/index.ts';
import { REPORT_EN } from './texts.en.ts';
import { REPORT_FR } from './texts.fr.ts';

/** Words of the report of a broadcast. */
export const REPORT_WORDS = inLangs(REPORT_FR, REPORT_EN);
