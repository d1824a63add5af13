import { inLangs } from '../../../web/kit/index.ts';
import { MAP_EN } from './words.en.ts';
import { MAP_FR } from './words.fr.ts';

/** What the parts of a flow are called on its map. */
export const MAP = inLangs(MAP_FR, MAP_EN);
