import { inLangs } from '../languages.ts';
import { LIST_EN } from './texts.en.ts';
import { LIST_FR } from './texts.fr.ts';

export const LIST = inLangs(LIST_FR, LIST_EN);
