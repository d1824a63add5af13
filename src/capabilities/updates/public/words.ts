import { inBoth } from '../../../web/public/index.ts';
import { NEWS_BM } from './words.bm.ts';
import { NEWS_FR } from './words.fr.ts';

export const NEWS = inBoth(NEWS_FR, NEWS_BM);
export type NewsWords = (typeof NEWS)['fr'];
