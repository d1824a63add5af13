import type { StaffLang } from '../../../web/kit/index.ts';
import type { PageLang } from '../model/words.ts';

/** The words audiences are described in, by the language of a page. */
export const pageLang = (lang: StaffLang): PageLang => (lang === 'fr' ? 'fr' : 'en');
