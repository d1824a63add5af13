import { inLangs } from './languages.ts';
import { KIT_EN } from './texts.en.ts';
import { KIT_FR } from './texts.fr.ts';

export const KIT = inLangs(KIT_FR, KIT_EN);
