import type { ComponentChildren, VNode } from 'preact';
import type { Asset } from './assets.ts';
import { Document } from './document.tsx';
import { type LanguageChoice, LanguageSwitch } from './language-switch.tsx';
import type { StaffLang } from './languages.ts';
import { KIT } from './texts.ts';
import { ThemeSwitch } from './theme-switch.tsx';

interface DoorPageProps {
  lang: StaffLang;
  /** Absent on a page that answers a form: what was typed would be lost. */
  languages?: LanguageChoice | undefined;
  title: string;
  /** Where this page stands in a row of them: "Étape 1 sur 2". */
  step?: string;
  lead?: ComponentChildren;
  scripts?: readonly Asset[];
  children?: ComponentChildren;
}

/** Layout of a page for someone not signed in: one thing to do, no navigation. */
export function DoorPage({
  lang,
  languages,
  title,
  step,
  lead,
  scripts = [],
  children,
}: DoorPageProps): VNode {
  const texts = KIT[lang];
  return (
    <Document title={`${title} · ${texts.brand}`} lang={lang} scripts={scripts}>
      <a class="skip" href="#contenu">
        {texts.skip}
      </a>
      <div class="door">
        <header>
          <p class="brand">{texts.brand}</p>
        </header>
        <main id="contenu" class="card" tabIndex={-1}>
          {step === undefined ? null : <p class="step">{step}</p>}
          <h1>{title}</h1>
          {lead === undefined ? null : <p class="lead">{lead}</p>}
          {children}
        </main>
        {languages === undefined ? null : (
          <footer class="door-foot">
            <LanguageSwitch {...languages} />
            <ThemeSwitch at={languages.at} />
          </footer>
        )}
      </div>
    </Document>
  );
}
