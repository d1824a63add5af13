import { refusal } from '../../domain/faults.ts';
import { yamlAdvice } from '../../domain/yaml-advice.ts';
import {
  type Document,
  isAlias,
  isCollection,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';

/** A locale file is read whole at start; a campaign's texts in one language are a tenth of this. */
const MAX_BYTES = 1_000_000;
/** flows/<flow> → step → choices → choice; the rest is room. */
const MAX_DEPTH = 8;

/** Never a dot, which separates the levels, and never `__proto__`; one underscore begins what is about the file. */
const KEY = /^_?[a-z0-9][a-z0-9_-]{0,63}$/iu;

/**
 * Counted before the parser sees the file, prose included: over ten thousand open brackets or dashes it takes seconds, and
 * over as many "? " it exhausts the process's memory (yaml 2.9).
 */
const MAX_OPEN = 64;

/** A parsed file that can say on which line a key stands. */
export interface YamlFile {
  value: unknown;
  lineOf(path: readonly PropertyKey[]): number;
}

/** YAML 1.2 without what makes it dangerous: no anchors, aliases or tags, bounded size and depth, UTF-8 only. Throws a `Fault` naming file and line. */
export function readYaml(bytes: Uint8Array, file: string): YamlFile {
  if (bytes.length > MAX_BYTES) throw broken(file, 1, `larger than ${MAX_BYTES} bytes; split it`);
  const text = decode(bytes, file);
  refuseDepth(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  const [error] = document.errors;
  if (error !== undefined) throw broken(file, lines.linePos(error.pos[0]).line, yamlAdvice(error.code));
  refuseTricks(document, file, lines);
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line;
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf };
}

/** The refusal of a locale file: where, and what to do. */
export const broken = (file: string, line: number, what: string) =>
  refusal('locale_invalid', `${file}:${line} ${what}`);

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken(file, 1, 'not UTF-8; save it as UTF-8');
  }
}

function refuseDepth(text: string, file: string): void {
  const tooDeep = text.split('\n').findIndex((line) => indicators(line) > MAX_OPEN || /^ {64}/u.test(line));
  if (tooDeep !== -1) throw broken(file, tooDeep + 1, 'nested too deeply in one line');
  if (bracketDepth(text) > MAX_OPEN) throw broken(file, 1, 'nested too deeply: too many open brackets');
}

/** Dashes and question marks that may each open a level. */
const indicators = (line: string): number => line.match(/(?<!\S)[-?](?!\S)/gu)?.length ?? 0;

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function refuseTricks(document: Document, file: string, lines: LineCounter): void {
  visit(document, {
    Pair(_, { key }) {
      const name = isScalar(key) ? String(key.value) : '';
      if (KEY.test(name)) return;
      const line = isNode(key) ? lines.linePos(key.range?.[0] ?? 0).line : 1;
      throw broken(file, line, `key "${name.slice(0, 40)}": use letters, digits, _ and -`);
    },
    Node(_, node, path) {
      const line = lines.linePos(node.range?.[0] ?? 0).line;
      if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor !== undefined))
        throw broken(file, line, 'anchors (&) and aliases (*) are not allowed; write the text out');
      if (node.tag !== undefined) throw broken(file, line, 'tags (!) are not allowed');
      if (path.length > MAX_DEPTH * 2) throw broken(file, line, `nested deeper than ${MAX_DEPTH} levels`);
    },
  });
}

/** The deepest node of the path that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
