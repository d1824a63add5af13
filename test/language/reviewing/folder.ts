import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLocales, readTerms } from '../../../src/language/index.ts';
import { type ReviewRow, reviewRows, type TextPlace } from '../../../src/language/reviewing/index.ts';

/** Files of a small campaign in two languages, with everything a locale file may hold. */
const FILES: Readonly<Record<string, string>> = {
  'fr/bot.yaml': 'oui: Oui\nmenu: Menu\nlettre: Une lettre de plus\n',
  'fr/flows/annonce.yaml':
    'annonce: Réunion le {{jour, jour}} avec {{qui}}.\nplaces_one: Une place\nplaces_many: "{{count}} places"\nplaces_other: "{{count}} places"\nsuite: |-\n  Une ligne\n\n  Une autre\nchoix:\n  choices:\n    venir: Je viens\nsport: Sport\ndemo: Exemple\n',
  'bm/bot.yaml':
    '# Of the whole bot.\n_file: { review: draft, source: here }\noui: Awɔ # yes\nmenu: "Menu"\nlettre: Lɛtɛrɛ\n',
  'bm/flows/annonce.yaml': [
    '_file: { review: draft, source: here }',
    '# The announcement.',
    "annonce: '{{jour, jour}} : {{qui}}'",
    '',
    'places_other: "{{count}}"',
    'suite: |-',
    '  Kelen',
    '',
    '  Fila',
    'choix:',
    '    choices: { venir: N bɛ na } # four spaces, braces',
    'sport: { text: Sport, kept: fr, source: no word for it }',
    'demo:',
    '  text: Exemple',
    '  kept: fr',
    '  # said aloud',
    '  source: no word for it either',
    '',
  ].join('\n'),
  'bm/terms.yaml':
    'choices:\n  - { concept: paix, choose: bɛn, instead_of: [hɛrɛ], reason: written down in the test }\n',
};

export interface Folder {
  dir: string;
  rows: () => ReviewRow[];
}

/** A folder of locales of its own; `more` adds or replaces files. */
export function folder(more: Readonly<Record<string, string>> = {}): Folder {
  const dir = mkdtempSync(path.join(tmpdir(), 'reviewing-'));
  for (const [name, text] of Object.entries({ ...FILES, ...more })) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  return { dir, rows: () => rowsIn(dir) };
}

/** A copy of what is shipped. */
export function shippedFolder(): Folder {
  const dir = mkdtempSync(path.join(tmpdir(), 'reviewing-'));
  cpSync('locales', dir, { recursive: true });
  return { dir, rows: () => rowsIn(dir) };
}

export const PLACES: ReadonlyMap<string, TextPlace> = new Map([
  ['annonce/choix.choices.venir', { where: 'annonce, choix : bouton', max: 24 }],
  ['annonce/annonce', { where: 'annonce, annonce (message)' }],
]);

function rowsIn(dir: string): ReviewRow[] {
  const locales = readLocales(dir);
  return reviewRows({
    locale: locales.get('bm')!,
    french: locales.get('fr')!,
    places: PLACES,
    choices: readTerms(dir, 'bm'),
    doubts: [],
  });
}

export const choicesIn = (dir: string) => readTerms(dir, 'bm');
