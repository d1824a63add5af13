import { inLangs } from '../../../web/kit/index.ts';
import { ERASURE_EN } from './texts.en.ts';
import { ERASURE_FR } from './texts.fr.ts';

export const ERASURE = inLangs(ERASURE_FR, ERASURE_EN);
