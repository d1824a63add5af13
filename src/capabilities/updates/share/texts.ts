import { inLangs } from '../../../web/kit/index.ts';
import { SHARE_EN } from './texts.en.ts';
import { SHARE_FR } from './texts.fr.ts';

export const SHARE = inLangs(SHARE_FR, SHARE_EN);
