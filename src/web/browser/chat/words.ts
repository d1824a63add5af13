import { CHAT } from '../../public/chat-words.ts';
import { langOf, plainly, type PublicLang, type Spoken } from '../../public/languages.ts';

type Words = (typeof CHAT)[PublicLang];
/** What is said in one line, without what is only the form's. */
export type WordName = Exclude<keyof Words, 'failed'>;

let lang: PublicLang = document.documentElement.lang === 'bm' ? 'bm' : 'fr';

/** What the page says around the talk, in the talk's language. */
export const word = (name: WordName): string => plainly(CHAT[lang][name]);

/** For the `lang` of what is kept in French. */
export const langOfWord = (name: WordName): string => langOf(CHAT[lang][name]) ?? lang;

/** The page follows the talk: everything on it that is not the talk is said in its language from now on. */
export function speakIn(wanted: string): void {
  const next: PublicLang = wanted === 'bm' ? 'bm' : 'fr';
  if (next === lang) return;
  lang = next;
  document.documentElement.lang = lang;
  followWays(lang === 'bm');
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    const of = spokenAt(element.dataset['word']);
    if (of === undefined) continue;
    element.textContent = plainly(of);
    element.lang = langOf(of) ?? lang;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const of = spokenAt(element.dataset['label']);
    if (of === undefined) continue;
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (element.hasAttribute(name)) element.setAttribute(name, plainly(of));
  }
}

/** The ways of the public site, in Bambara or as the page came. */
function followWays(inBambara: boolean): void {
  for (const way of document.querySelectorAll<HTMLAnchorElement>('a[data-bm]')) {
    const { bm = '', to = '', kept = 'bm', came = way.textContent, from = way.href } = way.dataset;
    Object.assign(way.dataset, { came, from });
    way.textContent = inBambara ? bm : came;
    way.href = inBambara ? to : from;
    way.lang = inBambara ? kept : 'fr';
  }
}

function spokenAt(name: string | undefined): Spoken | undefined {
  const words: Partial<Record<string, unknown>> = CHAT[lang];
  const found = name === undefined ? undefined : words[name];
  return typeof found === 'string' || isKept(found) ? found : undefined;
}

const isKept = (found: unknown): found is Exclude<Spoken, string> =>
  typeof found === 'object' && found !== null && 'kept' in found;
