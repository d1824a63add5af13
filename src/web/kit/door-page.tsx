import type { ComponentChildren, VNode } from 'preact';
import { Document } from './document.tsx';
import { KIT_FR, type KitTexts } from './texts.fr.ts';

interface DoorPageProps {
  lang: string;
  title: string;
  /** Where this page stands in a row of them: "Étape 1 sur 2". */
  step?: string;
  lead?: ComponentChildren;
  texts?: KitTexts;
  children?: ComponentChildren;
}

/** Layout of a page for someone not signed in: one thing to do, no navigation. */
export function DoorPage({ lang, title, step, lead, texts = KIT_FR, children }: DoorPageProps): VNode {
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
      </div>
    </Document>
  );
}
