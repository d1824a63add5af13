import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadFlows, type LoadedFlows } from '../../src/app/load-flows.ts';

/** A greeting, and a sheet that asks for what only a platform can send by one press; a poster leads to it. */
const FLOWS: Readonly<Record<string, string>> = {
  accueil: `triggers: [{ event: first_contact }]
before_consent: true
steps:
  - { ask: accord, type: choice, choices: [accepter, refuser] }
  - if: answers.accord == "accepter"
    key: accepte
    then:
      - set: { person.consents.base: 1 }
        key: garder
      - say: bienvenue
      - goto: { flow: menu }
        key: vers_menu
  - say: refus
`,
  menu: `triggers: [{ intent: menu }]
steps: [{ ask: choix, type: choice, choices: [a, b] }]
`,
  fiche: `triggers: [{ links: [affiche-segou, radio] }, { keywords: { fr: [fiche] } }]
params: [link]
steps:
  - { ask: numero, type: phone }
  - { ask: ou, type: location }
  - { ask: suite, type: choice, choices: [a, b] }
  - say: fin
    with: { link: "vars.link == null ? '-' : vars.link", numero: answers.numero, ou: answers.ou }
`,
  stop: `triggers: [{ intent: stop }]
before_consent: true
steps: [{ set: { person.stopped: true } }]
`,
};

const TEXTS: Readonly<Record<string, string>> = {
  accueil: `accord: { ask: D'accord ?, choices: { accepter: Je veux bien, refuser: Pas cette fois } }
bienvenue: Bienvenue
refus: Au revoir
`,
  menu: 'choix: { ask: Menu ?, choices: { a: Alpha, b: Beta } }\n',
  fiche: `numero: { ask: Ton numéro ? }
ou: { ask: Où es-tu ? }
suite: { ask: Et puis ?, choices: { a: Alpha, b: Beta } }
fin: '{{link}} {{numero}} {{ou}}'
`,
};

/** The flows, read from files as an operator has them. */
export function sheetFlows(): LoadedFlows {
  const folder = mkdtempSync(path.join(tmpdir(), 'benkan-sheet-'));
  try {
    const [flowsDir, localesDir] = [path.join(folder, 'flows'), path.join(folder, 'locales')];
    mkdirSync(flowsDir);
    for (const [id, source] of Object.entries(FLOWS))
      writeFileSync(path.join(flowsDir, `${id}.yaml`), `id: ${id}\n${source}`);
    for (const lang of ['fr', 'bm']) {
      mkdirSync(path.join(localesDir, lang, 'flows'), { recursive: true });
      cpSync(path.join('locales', lang, 'bot.yaml'), path.join(localesDir, lang, 'bot.yaml'));
      for (const [id, texts] of Object.entries(TEXTS))
        writeFileSync(path.join(localesDir, lang, 'flows', `${id}.yaml`), texts);
    }
    const loaded = loadFlows({ flowsDir, localesDir });
    const [fault] = loaded.findings;
    if (fault !== undefined) throw new Error(`${fault.file}:${fault.line} ${fault.message}`);
    return loaded;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
