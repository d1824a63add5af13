import type { ComponentChildren, VNode } from 'preact';
import type { CHAT } from './chat-words.ts';
import { inLang, langOf, plainly, type PublicLang } from './languages.ts';
import type { NavLink } from './nav.ts';
import { PUBLIC } from './words.ts';

type Words = (typeof CHAT)[PublicLang];

interface ChatHeadProps {
  lang: PublicLang;
  words: Words;
  style: string;
  /** Address of the script, where the page has one. */
  script?: string;
}

/** What browsers and search engines read of a page of the chat. */
export const ChatMeta = ({ lang, words, style, script }: ChatHeadProps): VNode => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#0c5a4a" />
    <meta name="description" content={plainly(words.about)} />
    <title>{plainly(words.title)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href={style} />
    {/* A module: browsers too old for our script pass it over, and have the form. */}
    {script === undefined ? null : <script type="module" src={script} data-lang={lang} />}
  </head>
);

/** The bar over the chat: whose it is, and the ways of the public site in one row. */
export function ChatTop({
  lang,
  words,
  nav,
  inBambara,
  children,
}: {
  lang: PublicLang;
  words: Words;
  nav: readonly NavLink[];
  /** The same ways, for a page that changes its language while it is open. */
  inBambara?: readonly NavLink[];
  children?: ComponentChildren;
}): VNode {
  return (
    <>
      <header>
        <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
          <circle cx="15" cy="18" r="10" />
          <circle cx="25" cy="22" r="10" />
        </svg>
        <div class="name">
          <h1>{plainly(words.name)}</h1>
          <p data-word="about" lang={langOf(words.about)}>
            {plainly(words.about)}
          </p>
        </div>
        {children}
      </header>
      {nav.length === 0 ? null : (
        <nav class="ways" aria-label={plainly(PUBLIC[lang].navigation)}>
          <ul>
            {nav.map(({ href, label }, at) => (
              <li key={href}>
                <a href={inLang(href, lang)} lang={langOf(label)} {...followed(inBambara?.[at])}>
                  {plainly(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

/** What the script says of a way once the talk is in Bambara; `data-kept` where that is French. */
function followed(way: NavLink | undefined): Record<string, string | undefined> {
  if (way === undefined) return {};
  const { href, label } = way;
  return { 'data-bm': plainly(label), 'data-to': inLang(href, 'bm'), 'data-kept': langOf(label) };
}
