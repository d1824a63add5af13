import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const BOT = fileURLToPath(new URL('../../locales/fr/bot.yaml', import.meta.url));

/** Flow files and French texts of a campaign's own, to be edited while it runs. */
export interface OwnFlows {
  /** As the environment names them. */
  env: { FLOWS_DIR: string; LOCALES_DIR: string };
  places: { flowsDir: string; localesDir: string };
  /** Writes a flow (its id is added) and its texts; `null` deletes it. */
  write(id: string, flow: string | null, texts?: string): void;
  remove(): void;
}

/** The least a house can be: it greets, and can be stopped. */
export function ownFlows(): OwnFlows {
  const folder = mkdtempSync(path.join(tmpdir(), 'benkan-flows-'));
  const [flowsDir, localesDir] = [path.join(folder, 'flows'), path.join(folder, 'locales')];
  const words = path.join(localesDir, 'fr', 'flows');
  mkdirSync(flowsDir);
  mkdirSync(words, { recursive: true });
  cpSync(BOT, path.join(localesDir, 'fr', 'bot.yaml'));
  const own: OwnFlows = {
    env: { FLOWS_DIR: flowsDir, LOCALES_DIR: localesDir },
    places: { flowsDir, localesDir },
    write(id, flow, texts) {
      const file = path.join(flowsDir, `${id}.yaml`);
      if (flow === null) rmSync(file);
      else writeFileSync(file, `id: ${id}\n${flow}`);
      if (texts !== undefined) writeFileSync(path.join(words, `${id}.yaml`), texts);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  own.write('accueil', WELCOME, 'bienvenue: Bienvenue\n');
  own.write('stop', STOP, 'arrete: Au revoir\n');
  return own;
}

const WELCOME = `triggers: [{ event: first_contact }]
before_consent: true
steps: [{ set: { person.lang: "'fr'", person.consents.base: '1' } }, { say: bienvenue }]
`;
const STOP = `triggers: [{ intent: stop }]
before_consent: true
steps: [{ set: { person.stopped: 'true' } }, { say: arrete }]
`;
