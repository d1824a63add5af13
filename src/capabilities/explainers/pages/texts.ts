import { inLangs } from '../../../web/kit/index.ts';
import { QUESTIONS_EN } from './texts.en.ts';
import { QUESTIONS_FR } from './texts.fr.ts';

export const QUESTION_TEXTS = inLangs(QUESTIONS_FR, QUESTIONS_EN);
