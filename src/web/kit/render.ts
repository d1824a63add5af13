import { type ComponentChildren, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageLang } from './language-context.ts';
import type { StaffLang } from './languages.ts';
import { PageTheme, type Theme } from './themes.ts';

/**
 * A whole document as text, doctype first: without it browsers fall back to quirks mode. Preact escapes every value.
 * @param lang whose words `useWords` gives to the components of the page
 * @param theme what the reader chose over what their device says
 */
export const renderPage = (page: VNode, lang?: StaffLang, theme?: Theme): string =>
  `<!doctype html>${renderIn(h(PageTheme.Provider, { value: theme }, page), lang)}`;

/** A part of a page, the same way. */
export const renderPart = (part: VNode, lang?: StaffLang): string => renderIn(part, lang);

const renderIn = (content: ComponentChildren, lang: StaffLang = 'fr'): string =>
  renderToString(h(PageLang.Provider, { value: lang }, content));
