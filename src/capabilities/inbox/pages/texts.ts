import { inLangs } from '../../../web/kit/index.ts';
import { INBOX_EN } from './texts.en.ts';
import { INBOX_FR } from './texts.fr.ts';

export const INBOX = inLangs(INBOX_FR, INBOX_EN);
