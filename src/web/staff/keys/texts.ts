import { inLangs } from '../../kit/index.ts';
import { KEYS_EN } from './texts.en.ts';
import { KEYS_FR } from './texts.fr.ts';

/** Words about security keys and about saying again who one is. */
export const KEYS = inLangs(KEYS_FR, KEYS_EN);
