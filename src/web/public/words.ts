import { inBoth } from './languages.ts';
import { PUBLIC_BM } from './words.bm.ts';
import { PUBLIC_FR } from './words.fr.ts';

export const PUBLIC = inBoth(PUBLIC_FR, PUBLIC_BM);
