import {
  type Document,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from 'yaml';
import { bug } from './locale-bug.ts';

/** New words of a text. `own`: they are no longer French left standing. */
export interface TextEdit {
  text: string;
  own: boolean;
}

/**
 * Puts new words into a locale file and touches nothing else: comments, order, quotes and empty lines stay as they are.
 * A text left in French loses its mark and the reason for it when its words become others.
 * @param edits by dotted key; a key the file lacks is added at its end
 * @throws Fault `bug` where a key is no text
 */
export function editYaml(source: string, edits: ReadonlyMap<string, TextEdit>): string {
  let edited = source;
  for (const [key, edit] of edits) edited = editOne(edited, key.split('.'), edit);
  return edited;
}

function editOne(source: string, path: readonly string[], edit: TextEdit): string {
  const document = parseDocument(source, { keepSourceTokens: true });
  const node: unknown = document.getIn(path, true);
  if (node === undefined) return added(source, path, edit.text);
  const braces = inBraces(document, path);
  if (isScalar(node)) return spliced(source, node, { text: edit.text, braces });
  const words: unknown = isMap(node) ? node.get('text', true) : undefined;
  if (!isMap(node) || !isScalar(words)) throw bug(`${path.join('.')} is no text`);
  const changed = spliced(source, words, { text: edit.text, braces });
  return edit.own ? withoutMark(changed, path) : changed;
}

function spliced(
  source: string,
  { range, type }: Scalar,
  { text, braces }: { text: string; braces: boolean },
): string {
  if (!range) throw bug('a text without its place');
  const [from, to] = range;
  // A block ("|") ends after its line break, which belongs to the file.
  const tail = source.slice(from, to).endsWith('\n') ? '\n' : '';
  const written = type === 'BLOCK_LITERAL' ? block(text, indentAt(source, from)) : quoted(text, braces);
  return `${source.slice(0, from)}${written}${tail}${source.slice(to)}`;
}

/** Several lines stay several lines, for whoever reads the file. */
function block(words: string, indent: string): string {
  if (!words.includes('\n') || /^[ \n]/u.test(words)) return quoted(words, false);
  return ['|-', ...words.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n');
}

/** The spaces the line at this place begins with. */
const indentAt = (source: string, at: number): string =>
  /^ */u.exec(source.slice(source.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';

/** Plain where YAML reads the very same words back; within braces a comma or a bracket would end them. */
function quoted(words: string, braces: boolean): string {
  const plain = stringify(words, { lineWidth: 0 }).trimEnd();
  const fits = plain === words && !/[#\n]|: |:$/u.test(words) && !(braces && /[,[\]{}]/u.test(words));
  return fits ? plain : JSON.stringify(words);
}

/** Some level above, or the text's own, is written `{ … }`. */
const inBraces = (document: Document, path: readonly string[]): boolean =>
  path.some((_key, nth) => {
    const node: unknown = document.getIn(path.slice(0, nth + 1), true);
    const above: unknown = nth === 0 ? document.contents : document.getIn(path.slice(0, nth), true);
    return [node, above].some((one) => isMap(one) && one.flow === true);
  });

/** Takes `kept` away, and the `source` that says why; a text of which nothing else is said becomes words alone. */
function withoutMark(source: string, path: readonly string[]): string {
  let edited = source;
  for (const name of ['kept', 'source']) {
    const node: unknown = parseDocument(edited).getIn(path, true);
    if (!isMap(node) || !node.has(name)) continue;
    edited = withoutPair(edited, node, name);
  }
  return edited;
}

function withoutPair(source: string, map: YAMLMap, name: string): string {
  const at = map.items.findIndex(({ key }) => isScalar(key) && key.value === name);
  const { from, to } = placeOf(map.items[at]);
  const before = map.items[at - 1];
  if (map.flow !== true) {
    // Its whole lines.
    const start = source.lastIndexOf('\n', from) + 1;
    const end = source.indexOf('\n', to - 1);
    return source.slice(0, start) + (end === -1 ? '' : source.slice(end + 1));
  }
  if (before !== undefined) return source.slice(0, placeOf(before).to) + source.slice(to);
  const after = map.items[at + 1];
  return after === undefined ? source : source.slice(0, from) + source.slice(placeOf(after).from);
}

function placeOf(pair: Pair | undefined): { from: number; to: number } {
  const key = isScalar(pair?.key) ? pair.key.range : undefined;
  const value = isScalar(pair?.value) ? pair.value.range : undefined;
  if (!key || !value) throw bug('a mark without its place');
  return { from: key[0], to: value[1] };
}

/** A text the file lacks goes to its end; levels that are there already are written into. */
function added(source: string, path: readonly string[], words: string): string {
  const document = parseDocument(source);
  document.setIn(path, words);
  return document.toString({ lineWidth: 0 });
}
