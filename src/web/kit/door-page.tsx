import type { ComponentChildren, VNode } from 'preact';
import { Document } from './document.tsx';
import { type LanguageChoice, LanguageSwitch } from './language-switch.tsx';
import type { StaffLang } from './languages.ts';
import { KIT } from './texts.ts';

interface DoorPageProps {
  lang: StaffLang;
  /** Absent on a page that answers a form: what was typed would be lost. */
  languages?: LanguageChoice | undefined;
  title: string;
  /** Where this page stands in a row of them: "Étape 1 sur 2". */
  step?: string;
  lead?: ComponentChildren;
  children?: ComponentChildren;
}

/** Layout of a page for someone not signed in: one thing to do, no navigation. */
export function DoorPage({ lang, languages, title, step, lead, children }: DoorPageProps): VNode {
  const texts = KIT[lang];
  return (
    <Document title={`${title} · ${texts.brand}`} lang={lang}>
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
        {languages === undefined ? null : <LanguageSwitch {...languages} />}
      </div>
    </Document>
  );
}
