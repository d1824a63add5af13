/** The languages of public pages. French where an address names none, so that it says the same to everybody. */
export const PUBLIC_LANGS = ['fr', 'bm'] as const;
export type PublicLang = (typeof PUBLIC_LANGS)[number];

/** Words as a page says them: in its own language, or kept in French where Bambara has none that is attested. */
export type Spoken = string | Kept;
export interface Kept {
  readonly kept: string;
}

/** The words of an area as its pages use them; the French decides the shape. */
export type PublicWords<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? Spoken
    : Words[Key] extends (...args: infer Args) => string
      ? (...args: Args) => Spoken
      : PublicWords<Words[Key]>;
};

/** The words of an area: Bambara that lacks one of the French words does not compile. */
export const inBoth = <Words>(
  fr: Words,
  bm: PublicWords<NoInfer<Words>>,
): Readonly<Record<PublicLang, PublicWords<Words>>> => ({ fr: fr as unknown as PublicWords<Words>, bm });

/** Stays French on a page in Bambara, and says so to whoever reads it aloud. Each one is a gap to be filled. */
export const keptFr = (words: string): Kept => ({ kept: words });

/** Where only letters fit: a title, an attribute. */
export const plainly = (words: Spoken): string => (typeof words === 'string' ? words : words.kept);

/** For the `lang` of the element that holds them; absent where it is the page's own. */
export const langOf = (words: Spoken): 'fr' | undefined => (typeof words === 'string' ? undefined : 'fr');

/** The language an address asks for. */
export const langIn = (query: URLSearchParams): PublicLang => (query.get('lang') === 'bm' ? 'bm' : 'fr');

/** The same address in a language: `?lang=bm`, and nothing for French. */
export function inLang(address: string, lang: PublicLang): string {
  const url = new URL(address, 'http://here');
  url.searchParams.delete('lang');
  if (lang !== 'fr') url.searchParams.set('lang', lang);
  return `${url.pathname}${url.search}${url.hash}`;
}
