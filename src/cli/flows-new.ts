import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT_ROOT } from '../app/settings.ts';
import { refusal } from '../domain/faults.ts';
import { flowId } from '../engine/flow-file/keys.ts';
import { EXIT } from './exit.ts';
import { check, fromHere, lineOf } from './flows-check.ts';
import { places } from './places.ts';

/**
 * `benkan flows new`: a flow that runs, its texts in every language and its test, to be changed from there. Never writes
 * over a file; what the checker says of the new files is printed.
 */
export function flowsNew(id: string): number {
  const { flowsDir, localesDir } = places();
  const files = filesOf(nameOf(id), flowsDir, languagesIn(localesDir), localesDir);
  write(files);
  const names = new Set(files.map(([file]) => path.basename(file)));
  const findings = check({ flowsDir, localesDir }).findings.filter(({ file }) =>
    names.has(path.basename(file)),
  );
  const lines = [
    ...files.map(([file]) => `wrote ${fromHere(file)}`),
    ...findings.map(lineOf),
    `Change its words, then: benkan flows check, benkan play ${id}. docs/writing-flows.md shows how.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return findings.length === 0 ? EXIT.done : EXIT.refused;
}

function nameOf(id: string): string {
  if (flowId.safeParse(id).success && id !== 'bot') return id;
  throw refusal(
    'bad_flow_id',
    `${id}: a flow is named like sondage-paix: small letters, digits and -, at most 40.`,
  );
}

function languagesIn(localesDir: string): string[] {
  try {
    return readdirSync(localesDir, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    );
  } catch {
    throw refusal(
      'locales_unreadable',
      `${localesDir}: no such folder; set LOCALES_DIR to the one that holds fr/.`,
    );
  }
}

type NewFile = readonly [file: string, text: string];

function filesOf(id: string, flowsDir: string, languages: readonly string[], localesDir: string): NewFile[] {
  const schema = path.relative(flowsDir, path.join(PRODUCT_ROOT, 'docs', 'schema', 'flow.json'));
  return [
    [path.join(flowsDir, `${id}.yaml`), flow(id, schema.split(path.sep).join('/'))],
    ...languages.map(
      (lang): NewFile => [
        path.join(localesDir, lang, 'flows', `${id}.yaml`),
        lang === 'fr' ? FRENCH : NOT_YET,
      ],
    ),
    [path.join(flowsDir, `${id}.test.yaml`), languages.map(transcript).join('\n')],
  ];
}

/** Either all of them or none: a flow without its texts stops the house at its next start. */
function write(files: readonly NewFile[]): void {
  const existing = files.filter(([file]) => readable(path.dirname(file)).includes(path.basename(file)));
  const [taken] = existing;
  if (taken) throw refusal('flow_exists', `${taken[0]}: there is one already; choose another name.`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  }
}

function readable(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const flow = (id: string, schema: string): string => `# yaml-language-server: $schema=${schema}
id: ${id}
triggers: [{ keywords: { fr: [${id.replaceAll('-', ' ')}] } }]
steps:
  - say: bonjour
  - ask: question
    type: yes_no
  - if: has(answers.question) && answers.question
    key: dit_oui
    then:
      - say: tant_mieux
  - say: merci
  - end: true
    key: fin
tests: ${id}.test.yaml
`;

const FRENCH = `bonjour: Bonjour !
question:
  ask: Écris ta question ici ?
tant_mieux: Tant mieux.
merci: Merci !
`;

/** In French until somebody says it in this language. */
const NOT_YET = FRENCH.replaceAll(
  /^( *)(\w+): (.+)$/gm,
  '$1$2:\n$1  text: $3\n$1  kept: fr\n$1  source: Not translated yet',
);

const transcript = (lang: string): string => `- title: says yes
  lang: ${lang}
  talk:
    - says: [bonjour, question.ask]
    - tap: yes
      saved: { question: true }
      says: [tant_mieux, merci]
  end: done

- title: says no
  lang: ${lang}
  talk:
    - says: [bonjour, question.ask]
    - tap: no
      saved: { question: false }
      says: [merci]
  end: done
`;
