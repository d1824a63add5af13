import { inLangs } from '../../kit/index.ts';
import { REVEAL_EN } from './texts.en.ts';
import { REVEAL_FR } from './texts.fr.ts';

export const REVEAL = inLangs(REVEAL_FR, REVEAL_EN);
