import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { InLangs, StaffLang } from './languages.ts';

/** Set by `renderPage` for the whole page. */
export const PageLang = createContext<StaffLang>('fr');

/** The words of an area in the language of the page. For components only; a route takes `words[ctx.frame.lang]`. */
export const useWords = <Words>(words: InLangs<Words>): Words => words[useContext(PageLang)];

export const useLang = (): StaffLang => useContext(PageLang);
