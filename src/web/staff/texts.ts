import { inLangs } from '../kit/index.ts';
import { STAFF_EN } from './texts.en.ts';
import { STAFF_FR } from './texts.fr.ts';

/** Every word of the staff frame. */
export const STAFF = inLangs(STAFF_FR, STAFF_EN);
