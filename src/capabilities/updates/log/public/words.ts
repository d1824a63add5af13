import { inBoth } from '../../../../web/public/index.ts';
import { VERIFY_BM } from './words.bm.ts';
import { VERIFY_FR } from './words.fr.ts';

export const VERIFY = inBoth(VERIFY_FR, VERIFY_BM);
export type VerifyWords = (typeof VERIFY)['fr'];
