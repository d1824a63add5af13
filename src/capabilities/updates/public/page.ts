import {
  inLang,
  plainly,
  type PublicContext,
  type PublicLang,
  type Spoken,
} from '../../../web/public/index.ts';
import { NATIONAL } from '../model/content.ts';
import type { Region } from './asked.ts';
import { NEWS, type NewsWords } from './words.ts';

/** What every public page of updates is made with. */
export interface NewsPage {
  ctx: PublicContext;
  lang: PublicLang;
  words: NewsWords;
  /** `YYYY-MM-DD` */
  today: string;
  regions: readonly Region[];
  placeName: (slug: string) => string | undefined;
}

export type Surroundings = Pick<NewsPage, 'today' | 'regions' | 'placeName'>;

export const pageOf = (ctx: PublicContext, surroundings: Surroundings): NewsPage => ({
  ...surroundings,
  ...{ ctx, lang: ctx.lang, words: NEWS[ctx.lang] },
});

/** A place by its name; the whole country in words. */
export const placeWords = ({ words, placeName }: NewsPage, slug: string): Spoken =>
  slug === NATIONAL ? words.national : (placeName(slug) ?? slug);

export const placeText = (page: NewsPage, slug: string): string => plainly(placeWords(page, slug));

/** A path of ours in the page's language. */
export const to = ({ lang }: Pick<NewsPage, 'lang'>, path: string): string => inLang(path, lang);
