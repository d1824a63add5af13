import { inLangs } from '../../../web/kit/index.ts';
import { DEMO_EN } from './texts.en.ts';
import { DEMO_FR } from './texts.fr.ts';

/** Words of the demonstration's pages. */
export const DEMO = inLangs(DEMO_FR, DEMO_EN);
