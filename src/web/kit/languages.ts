/**
 * The languages of the staff site, French first. English as the field writes it: the day before the month and 24 hours.
 * `Intl` and `<html lang>` take these tags as they are.
 */
export const STAFF_LANGS = ['fr', 'en-GB'] as const;
export type StaffLang = (typeof STAFF_LANGS)[number];

/** What is said, in every language: `words[ctx.frame.lang]`. */
export type InLangs<Words> = Readonly<Record<StaffLang, Words>>;

/** The words of an area. The French decides the shape, and English that lacks one of its words does not compile. */
export const inLangs = <Words>(fr: Words, en: NoInfer<Words>): InLangs<Words> => ({ fr, 'en-GB': en });

/** One of an area's words where nobody reads yet: `eachLang(MEDIA, ({ menu }) => menu)` for menus and flashes. */
export const eachLang = <Words, One>(words: InLangs<Words>, pick: (words: Words) => One): InLangs<One> => ({
  fr: pick(words.fr),
  'en-GB': pick(words['en-GB']),
});

/** Words that are told whom they are read by; a plain string is what is the same in every language, as a name is. */
export type Said = string | InLangs<string>;

export const said = (words: Said, lang: StaffLang): string =>
  typeof words === 'string' ? words : words[lang];

/** A label before what it names: French leaves a space before the colon, and before the semicolon of a list. */
export const labelled = (label: string, lang: StaffLang): string => `${label}${lang === 'fr' ? ' :' : ':'}`;

/** Things in a row that have commas in them. */
export const inARow = (things: readonly string[], lang: StaffLang): string =>
  things.join(lang === 'fr' ? ' ; ' : '; ');

export const isStaffLang = (tag: unknown): tag is StaffLang => STAFF_LANGS.some((known) => known === tag);
