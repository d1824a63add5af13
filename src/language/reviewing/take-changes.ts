import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../domain/language.ts';
import type { Locale } from '../speaking/locale-text.ts';
import { readLocaleFile } from '../speaking/locales.ts';
import type { Change } from './decide.ts';
import { editYaml, type TextEdit } from './edit-yaml.ts';
import { frenchOf } from './french-of.ts';
import { bug } from './locale-bug.ts';
import { readReviewed, type ReviewedText, reviewedFile, wordsPrint } from './reviewed-file.ts';

/** A language as its files have it. */
export interface LocaleFolder {
  localesDir: string;
  lang: Lang;
  french: Locale;
}

/** A change with the day it was reviewed on, `YYYY-MM-DD`. */
export type DatedChange = Change & { on: string };

/**
 * What the files of a language become by these changes, by their path in its folder; nothing is written. Each edited file is
 * read back and compared: exactly the changed texts are others.
 */
export function takeChanges(
  { localesDir, lang, french }: LocaleFolder,
  changes: readonly DatedChange[],
): Map<string, string> {
  const files = new Map<string, string>();
  const flows = new Set(changes.filter(({ text, before }) => text !== before).map(({ id }) => flowOf(id)));
  for (const flow of flows) {
    const file = flow === 'bot' ? 'bot.yaml' : `flows/${flow}.yaml`;
    const path = join(localesDir, lang, file);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : NEW_FILE;
    const edits = editsOf(flow, changes, french);
    const edited = editYaml(source, edits);
    compare(source, edited, edits, file);
    files.set(file, edited);
  }
  const reviewed = new Map(readReviewed(localesDir, lang).map((each) => [each.text, each]));
  for (const change of changes) reviewed.set(change.id, entryOf(change, french));
  if (changes.length > 0) files.set('reviewed.csv', reviewedFile([...reviewed.values()]));
  return files;
}

const NEW_FILE = '_file:\n  review: draft\n';

function editsOf(flow: string, changes: readonly Change[], french: Locale): Map<string, TextEdit> {
  const own = changes.filter(({ id, text, before }) => flowOf(id) === flow && text !== before);
  return new Map(
    own.map(({ id, text }) => {
      const key = keyOf(id);
      return [key, { text, own: text !== frenchOf(french, flow, key)?.text }];
    }),
  );
}

function entryOf({ id, text, state, by, on, remark }: DatedChange, french: Locale): ReviewedText {
  const source = frenchOf(french, flowOf(id), keyOf(id))?.text ?? '';
  return { text: id, state, by, on, words: wordsPrint(source, text), remark };
}

function compare(source: string, edited: string, edits: ReadonlyMap<string, TextEdit>, file: string): void {
  const read = (text: string) => readLocaleFile(Buffer.from(text), file);
  const [before, after] = [read(source), read(edited)];
  for (const [key, { text }] of after) {
    const expected = edits.get(key)?.text ?? before.get(key)?.text;
    if (text !== expected) throw bug(`${file}: ${key} reads otherwise than it was written`);
  }
  if (after.size !== new Set([...before.keys(), ...edits.keys()]).size) throw bug(`${file}: a text is lost`);
}

const flowOf = (id: string): string => id.slice(0, id.indexOf('/'));
const keyOf = (id: string): string => id.slice(id.indexOf('/') + 1);
