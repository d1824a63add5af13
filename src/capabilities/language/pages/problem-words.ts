import type { Problem } from '../../../language/reviewing/index.ts';
import { inLangs, type StaffLang } from '../../../web/kit/index.ts';
import { PROBLEMS_EN } from './problem-words.en.ts';
import { PROBLEMS_FR } from './problem-words.fr.ts';

/** What is wrong with a text or a line, and what to do. */
export const problemWords = (problem: Problem, lang: StaffLang): string =>
  PROBLEMS[lang][problem.code](problem);

const PROBLEMS = inLangs(PROBLEMS_FR, PROBLEMS_EN);
