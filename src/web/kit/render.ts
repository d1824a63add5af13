import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageLang } from './language-context.ts';
import type { StaffLang } from './languages.ts';

/**
 * A whole document as text, doctype first: without it browsers fall back to quirks mode. Preact escapes every value.
 * @param lang whose words `useWords` gives to the components of the page
 */
export const renderPage = (page: VNode, lang?: StaffLang): string => `<!doctype html>${renderPart(page, lang)}`;

/** A part of a page, the same way. */
export const renderPart = (part: VNode, lang: StaffLang = 'fr'): string =>
  renderToString(h(PageLang.Provider, { value: lang }, part));
