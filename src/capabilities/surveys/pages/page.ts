import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Figures } from './figures.ts';
import type { SurveyTexts } from './texts.fr.ts';
import type { Words } from './words.ts';

/** What every survey page is made with. */
export interface Page {
  ctx: StaffContext;
  texts: SurveyTexts;
  figures: Figures;
  words: Words;
  /** They read what another organisation shares. */
  guest: boolean;
}

/** Of what is said in the words of the survey, where the page speaks another language. */
export const foreignLang = ({ words: { lang }, ctx }: Page): Lang | undefined =>
  lang === ctx.frame.lang ? undefined : lang;
