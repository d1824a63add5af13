import type { ComponentChildren, VNode } from 'preact';
import { directionOf, type Lang } from '../../domain/language.ts';
import { Head, type HeadProps } from './head.tsx';
import { inLang, langOf, plainly, PUBLIC_LANGS, type PublicLang, type Spoken } from './languages.ts';
import type { PublicFrame } from './route.ts';
import { Say } from './say.tsx';
import { PUBLIC } from './words.ts';

interface PublicPageProps extends PublicFrame, Omit<HeadProps, 'title'> {
  title: Spoken;
  /** Where the title is somebody's own words: their language. */
  titleLang?: Lang | undefined;
  /** Stands over the title: where one is, how an item is founded. */
  above?: ComponentChildren;
  /** One or two sentences under the title: what this page is for. */
  lead?: ComponentChildren;
  children?: ComponentChildren;
}

/** Layout of every public page: read without scripts, in French or Bambara, light and dark, down to 320 px. */
export function PublicPage(props: PublicPageProps): VNode {
  const { lang, title, titleLang = langOf(title), above, lead, children } = props;
  return (
    <html lang={lang} dir={directionOf(lang) === 'rtl' ? 'rtl' : undefined}>
      <Head {...props} title={plainly(title)} />
      <body>
        <a class="skip" href="#contenu" lang={langOf(PUBLIC[lang].skip)}>
          {plainly(PUBLIC[lang].skip)}
        </a>
        <Top {...props} />
        <main id="contenu" class="page" tabIndex={-1}>
          {above}
          <h1 lang={titleLang} dir="auto">
            {plainly(title)}
          </h1>
          {lead === undefined ? null : <p class="lead">{lead}</p>}
          {children}
        </main>
        <Foot {...props} />
      </body>
    </html>
  );
}

function Top({ lang, nav, here, at }: PublicFrame): VNode {
  const words = PUBLIC[lang];
  return (
    <header class="top">
      <div class="top-row">
        <a class="brand" href="/">
          <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
            <circle cx="15" cy="18" r="10" />
            <circle cx="25" cy="22" r="10" />
          </svg>
          <span>
            <strong>{plainly(words.brand)}</strong>
            <small lang={langOf(words.about)}>{plainly(words.about)}</small>
          </span>
        </a>
        {at === undefined ? null : <Languages lang={lang} at={at} />}
      </div>
      <nav aria-label={plainly(words.navigation)}>
        <ul>
          {nav.map(({ href, label }) => (
            <li key={href}>
              <a
                href={inLang(href, lang)}
                lang={langOf(label)}
                aria-current={href === here ? 'page' : undefined}
              >
                {plainly(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Each language under its own name, so that whoever landed in the wrong one finds theirs. */
function Languages({ lang, at }: { lang: PublicLang; at: string }): VNode {
  return (
    <ul class="languages" aria-label={plainly(PUBLIC[lang].language)}>
      {PUBLIC_LANGS.map((each) => (
        <li key={each} lang={each}>
          <a href={inLang(at, each)} hreflang={each} aria-current={each === lang ? 'true' : undefined}>
            {NAMES[each]}
          </a>
        </li>
      ))}
    </ul>
  );
}

const NAMES: Readonly<Record<PublicLang, string>> = { fr: 'Français', bm: 'Bamanankan' };

function Foot({ lang }: PublicFrame): VNode {
  const words = PUBLIC[lang];
  return (
    <footer class="foot">
      <p>
        <a class="button button-main" href="/" lang={langOf(words.chat)}>
          {plainly(words.chat)}
        </a>
      </p>
      <p class="soft">
        <Say of={words.noTracker} />{' '}
        <a href={inLang('/feed.xml', lang)} lang={langOf(words.feed)}>
          {plainly(words.feed)}
        </a>
      </p>
    </footer>
  );
}
