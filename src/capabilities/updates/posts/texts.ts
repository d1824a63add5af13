import { inLangs } from '../../../web/kit/index.ts';
import { POSTS_EN } from './texts.en.ts';
import { POSTS_FR } from './texts.fr.ts';

/** Words about posts on a public board. */
export const POSTS = inLangs(POSTS_FR, POSTS_EN);
