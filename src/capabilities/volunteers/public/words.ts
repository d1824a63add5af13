import { inBoth, type PublicWords } from '../../../web/public/index.ts';
import { AGENDA_BM } from './words.bm.ts';
import { AGENDA_FR } from './words.fr.ts';

export const AGENDA = inBoth(AGENDA_FR, AGENDA_BM);
export type AgendaWords = PublicWords<typeof AGENDA_FR>;
