import { inLangs } from '../../../../../web/kit/index.ts';
import { FAULTS_EN } from './texts.en.ts';
import { FAULTS_FR } from './texts.fr.ts';

/** What the kinds of faults are called. */
export const FAULTS = inLangs(FAULTS_FR, FAULTS_EN);
