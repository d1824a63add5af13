import type { ComponentChildren, VNode } from 'preact';
import type { Asset } from './assets.ts';
import { Document } from './document.tsx';
import { type LanguageChoice, LanguageSwitch } from './language-switch.tsx';
import type { StaffLang } from './languages.ts';
import { Notice, type NoticeTone } from './notice.tsx';
import { KIT } from './texts.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export interface NavItem {
  href: string;
  label: string;
}

export interface Flash {
  tone: NoticeTone;
  text: string;
}

/** What the frame knows on every page; a route passes it on: `<StaffPage {...ctx.frame} title="…">`. */
export interface StaffFrame {
  /** Also what `words[ctx.frame.lang]` and `Intl` take. */
  lang: StaffLang;
  /** Absent on a page that answers a form: what was typed would be lost. */
  languages?: LanguageChoice;
  nav: readonly NavItem[];
  /** Path of the page, to mark it in the navigation. */
  here: string;
  /** Where the sign-out form posts to. */
  signOut: string;
  person: { name: string; role: string };
  flash?: Flash;
  /** Stands above the title of every page. */
  notices?: ComponentChildren;
  /** An open page fetches a part of itself: what stands around it is left out. */
  partsOnly?: true;
}

interface StaffPageProps extends StaffFrame {
  title: string;
  /** Where the title is somebody's own words: their language. */
  titleLang?: string | undefined;
  /** One or two sentences under the title: what this page is for. */
  lead?: ComponentChildren;
  styles?: readonly Asset[];
  scripts?: readonly Asset[];
  /** Where no script runs, the browser looks again after so many seconds. For pages nobody types in. */
  againUnscripted?: number;
  children?: ComponentChildren;
}

/** Layout of every staff page for a person who is signed in. */
export function StaffPage(props: StaffPageProps): VNode {
  if (props.partsOnly === true) return <>{props.children}</>;
  const { title, lead, flash, notices, languages, styles = [], scripts = [] } = props;
  const texts = KIT[props.lang];
  return (
    <Document
      title={`${title} · ${texts.brand}`}
      titleLang={props.titleLang}
      lang={props.lang}
      styles={styles}
      scripts={scripts}
      {...againOf(props)}
    >
      <a class="skip" href="#contenu">
        {texts.skip}
      </a>
      <header class="top">
        <a class="brand" href="/staff">
          {texts.brand}
        </a>
        <Person {...props} />
      </header>
      <div class="frame">
        <Navigation {...props} />
        <main id="contenu" class="content" tabIndex={-1}>
          {notices}
          <h1 lang={props.titleLang}>{title}</h1>
          {lead === undefined ? null : <p class="lead">{lead}</p>}
          {flash === undefined ? null : (
            <Notice tone={flash.tone} live>
              <p>{flash.text}</p>
            </Notice>
          )}
          {props.children}
        </main>
      </div>
      {languages === undefined ? null : (
        <footer class="foot">
          <LanguageSwitch {...languages} />
          <ThemeSwitch at={languages.at} />
        </footer>
      )}
    </Document>
  );
}

const againOf = ({ againUnscripted }: StaffPageProps): { againUnscripted?: number } =>
  againUnscripted === undefined ? {} : { againUnscripted };

function Person({ person, signOut, lang }: StaffFrame): VNode {
  const texts = KIT[lang];
  return (
    <div class="person">
      <p class="person-name">
        <span class="unseen">{texts.signedInAs} </span>
        <strong>{person.name}</strong> <span class="person-role">{person.role}</span>
      </p>
      <form method="post" action={signOut}>
        <button class="button button-quiet" type="submit">
          {texts.signOut}
        </button>
      </form>
    </div>
  );
}

/**
 * Twice in the page, once for each width: a disclosure is the only menu a phone opens without scripts,
 * and a style sheet cannot hold a disclosure open. The one not shown is `display: none`, so nobody hears both.
 */
function Navigation({ nav, here, lang }: StaffFrame): VNode | null {
  const texts = KIT[lang];
  if (nav.length === 0) return null;
  const items = (
    <ul>
      {nav.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.href === here ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <nav class="side" aria-label={texts.navigation}>
        {items}
      </nav>
      <nav class="menu" aria-label={texts.navigation}>
        <details>
          <summary>{texts.menu}</summary>
          {items}
        </details>
      </nav>
    </>
  );
}
