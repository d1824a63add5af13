import { inLangs } from '../../../../web/kit/index.ts';
import { PUBLISHING_EN } from './texts.en.ts';
import { PUBLISHING_FR } from './texts.fr.ts';

export const PUBLISHING = inLangs(PUBLISHING_FR, PUBLISHING_EN);
