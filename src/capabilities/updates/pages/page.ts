import type { Lang } from '../../../domain/language.ts';
import { formatsOf } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { NATIONAL } from '../model/content.ts';
import type { Update } from '../model/update.ts';
import type { UpdateTexts } from './texts.fr.ts';

/** What every page of updates is made with. */
export interface Page {
  ctx: StaffContext;
  texts: UpdateTexts;
  languages: readonly Lang[];
  places: readonly { slug: string; name: string }[];
  /** Day of today, `YYYY-MM-DD`. */
  today: string;
  /** Names by account id, of those this page mentions. */
  names: ReadonlyMap<string, string>;
}

/** `12 nov. 2026`, or what stands for no day. */
export const dayWords = ({ ctx, texts }: Page, day: string): string =>
  day === '' ? texts.facts.none : formatsOf(ctx.frame.lang).day.format(new Date(`${day}T00:00:00Z`));

/** `12 nov. 2026, 14:05` in Bamako. */
export const momentWords = ({ ctx }: Page, ms: number): string => formatsOf(ctx.frame.lang).moment.format(ms);

export const countWords = ({ ctx }: Page, n: number): string => formatsOf(ctx.frame.lang).count.format(n);

export function placeWords({ texts, places }: Page, slug: string): string {
  return slug === NATIONAL ? texts.fields.national : (places.find((one) => one.slug === slug)?.name ?? slug);
}

export const languageWords = ({ texts }: Page, lang: Lang): string => texts.languages[lang] ?? lang;

/** The first title there is, in the order of the languages. */
export const titleOf = ({ texts, languages }: Page, { content }: Update): { lang?: Lang; title: string } => {
  const lang = languages.find((each) => (content.texts[each]?.title ?? '') !== '');
  return lang === undefined ? { title: texts.untitled } : { lang, title: content.texts[lang]?.title ?? '' };
};

/** Who did something, by name. */
export const whoWords = ({ names, texts }: Page, account: string): string =>
  account.startsWith('demo:') ? texts.demoAuthor : (names.get(account) ?? texts.someone);

export const itemPath = ({ id }: Pick<Update, 'id'>, more = ''): string => `/staff/updates/${id}${more}`;
