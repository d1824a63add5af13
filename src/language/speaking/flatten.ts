import { NOT_IN_LOCALES } from '../folding/look-alikes.ts';
import type { FileNote, RichText, Texts } from './locale-schema.ts';
import type { LocaleText } from './locale-text.ts';
import { FORMATS } from './formats.ts';
import { placeholdersOf } from './placeholders.ts';
import { broken, type YamlFile } from './yaml.ts';

/** A parsed file as a map from dotted key to text. Refuses look-alike letters and broken placeholders. */
export function flatten(
  { _file, ...texts }: { _file?: FileNote | undefined; [key: string]: unknown },
  yaml: YamlFile,
  file: string,
): ReadonlyMap<string, LocaleText> {
  const flat = new Map<string, LocaleText>();
  for (const [path, node] of leaves(texts as Texts, [])) {
    const rich: RichText = typeof node === 'string' ? { text: node } : node;
    flat.set(path.join('.'), readText(rich, _file, { file, line: yaml.lineOf(path), key: path.join('.') }));
  }
  return flat;
}

function* leaves(texts: Texts, path: readonly string[]): Generator<readonly [string[], string | RichText]> {
  for (const [key, node] of Object.entries(texts)) {
    const here = [...path, key];
    if (typeof node === 'string' || isRich(node)) yield [here, node];
    else yield* leaves(node, here);
  }
}

const isRich = (node: RichText | Texts): node is RichText => typeof node['text'] === 'string';

interface Where {
  file: string;
  line: number;
  key: string;
}

function readText(rich: RichText, note: FileNote | undefined, where: Where): LocaleText {
  const text = display(rich.text, where);
  const placeholders = placeholdersOf(text);
  if (placeholders === undefined)
    throw broken(
      where.file,
      where.line,
      `${where.key}: a placeholder is written {{name}}, or {{name, format}} with one of ${FORMATS.join(', ')}`,
    );
  const { audio, image, kept, plain } = rich;
  const source = rich.source ?? note?.source;
  const state = typeof rich.review === 'object' ? rich.review.state : (rich.review ?? note?.review);
  return {
    text,
    placeholders,
    reviewed: state === 'reviewed',
    file: where.file,
    line: where.line,
    ...(rich.short !== undefined && { short: display(rich.short, where) }),
    ...(audio !== undefined && { audio }),
    ...(image !== undefined && { image }),
    ...(kept !== undefined && { kept }),
    ...(plain !== undefined && { plain }),
    ...(source !== undefined && { source }),
  };
}

/** NFC, and only letters a reader's phone and a search know. */
function display(text: string, { file, line, key }: Where): string {
  const normalised = text.normalize('NFC');
  const stranger = NOT_IN_LOCALES.exec(normalised)?.[0];
  if (stranger !== undefined)
    throw broken(
      file,
      line,
      `${key}: "${stranger}" only looks like a letter of the alphabet; type ɛ ɔ ɲ ŋ or s`,
    );
  if (TONED.test(normalised)) throw broken(file, line, `${key}: tone marks are not written; take them off`);
  return normalised;
}

/** On these letters an accent can only be a tone. */
const TONED = /[ɛɔɲŋ][\u0300-\u0304\u030c]/iu;
