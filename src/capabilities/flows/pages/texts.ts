import { inLangs } from '../../../web/kit/index.ts';
import { FLOWS_EN } from './texts.en.ts';
import { FLOWS_FR } from './texts.fr.ts';

/** Words of the pages about flows. */
export const FLOWS = inLangs(FLOWS_FR, FLOWS_EN);
