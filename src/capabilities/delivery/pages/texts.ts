import { inLangs } from '../../../web/kit/index.ts';
import { DELIVERY_EN } from './texts.en.ts';
import { DELIVERY_FR } from './texts.fr.ts';

/** Words of the delivery pages. */
export const DELIVERY = inLangs(DELIVERY_FR, DELIVERY_EN);
