import { inLangs } from '../languages.ts';
import { RECORDING_EN } from './texts.en.ts';
import { RECORDING_FR } from './texts.fr.ts';

export const RECORDING = inLangs(RECORDING_FR, RECORDING_EN);
