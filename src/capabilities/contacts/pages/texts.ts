import { inLangs } from '../../../web/kit/index.ts';
import { CONTACTS_EN } from './texts.en.ts';
import { CONTACTS_FR } from './texts.fr.ts';

export const CONTACTS = inLangs(CONTACTS_FR, CONTACTS_EN);
