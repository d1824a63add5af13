import { inLangs } from '../../../../web/kit/index.ts';
import { TRYING_EN } from './texts.en.ts';
import { TRYING_FR } from './texts.fr.ts';

export const TRYING = inLangs(TRYING_FR, TRYING_EN);
