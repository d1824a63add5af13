import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadFlows, type LoadedFlows } from '../../src/app/load-flows.ts';

/** The flows of docs/writing-flows.md: the five that are worked through, the simplest first (the fifth is two files), and two more. */
export const EXAMPLES = [
  ...['annonce', 'eau-du-quartier', 'avis-ecole', 'sorties', 'qui-es-tu', 'atelier'],
  ...['prochaine-reunion', 'rappel'],
];

const STOP = `id: stop
triggers: [{ intent: stop }]
before_consent: true
steps: [{ set: { person.stopped: true } }]
`;

/** A folder as an author has it: the guide's flows with their texts and tests, a way to stop, and the bot's own texts. */
export class AuthorsFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), 'benkan-guide-'));
  readonly flows = path.join(this.path, 'flows');
  readonly locales = path.join(this.path, 'locales');

  constructor() {
    cpSync(path.join('docs', 'examples'), this.path, { recursive: true });
    writeFileSync(path.join(this.flows, 'stop.yaml'), STOP);
    for (const lang of ['fr', 'bm'])
      cpSync(path.join('locales', lang, 'bot.yaml'), path.join(this.locales, lang, 'bot.yaml'));
  }

  load(): LoadedFlows {
    return loadFlows({ flowsDir: this.flows, localesDir: this.locales });
  }

  /** Changes one file, does something, and changes it back; `from` must stand in it. */
  changed<T>(file: string, from: string, to: string, work: () => T): T {
    const place = path.join(this.path, file);
    const before = readFileSync(place, 'utf8');
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(place, before.replace(from, to));
    try {
      return work();
    } finally {
      writeFileSync(place, before);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
