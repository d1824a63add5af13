import { inLangs } from '../../../web/kit/index.ts';
import { ACCOUNTS_EN } from './texts.en.ts';
import { ACCOUNTS_FR } from './texts.fr.ts';

/** Words of the pages about accounts. */
export const ACCOUNTS = inLangs(ACCOUNTS_FR, ACCOUNTS_EN);
