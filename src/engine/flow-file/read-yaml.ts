import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { yamlAdvice } from '../../domain/yaml-advice.ts';
import { MAX_DEPTH } from '../limits.ts';
import { decode } from './decode.ts';

/** Plain data whose every place knows its line. */
export interface Yaml {
  value: unknown;
  /** The line of a path in `value`, or of the closest place above it that exists. */
  line(path: readonly PropertyKey[]): number;
}

export interface YamlFault {
  line: number;
  code: string;
  message: string;
}

/**
 * Reads YAML 1.2 (core schema) strictly: no aliases, no tags, no duplicate or dangerous keys, bounded depth.
 * All faults are returned at once; nothing is thrown.
 */
export function readYaml(source: string | Uint8Array): { yaml?: Yaml; faults: YamlFault[] } {
  const decoded = decode(source);
  if (!decoded.ok) return { faults: [decoded] };
  if (tooDeep(decoded.text)) return { faults: [DEEP] };
  const lines = new LineCounter();
  let document;
  try {
    document = parseDocument(decoded.text, {
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
    });
  } catch {
    // The library recurses; what its own checks let through ends here, not in a crash.
    return { faults: [DEEP] };
  }
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings].map((problem) => ({
    line: lineOf(problem.pos[0]),
    code: `yaml_${problem.code.toLowerCase()}`,
    message: yamlAdvice(problem.code),
  }));
  const reader = new Reader(lineOf);
  const value = reader.plain(document.contents, 0);
  return { yaml: { value, line: (path) => reader.line(value, path) }, faults: [...faults, ...reader.faults] };
}

const DEEP: YamlFault = { line: 1, code: 'too_deep', message: `Nest at most ${MAX_DEPTH} levels deep.` };
const FORBIDDEN = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Keeps a bomb of brackets or dashes from the recursive reader; over-counts brackets inside words, by far enough. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return new RegExp(`^ {${MAX_DEPTH * 8},}\\S|^ *(?:[-?:] +){${MAX_DEPTH},}`, 'm').test(text);
}

class Reader {
  readonly faults: YamlFault[] = [];
  private readonly places = new WeakMap<object, { own: number; keys: Map<PropertyKey, number> }>();
  private readonly lineOf: (offset: number) => number;

  constructor(lineOf: (offset: number) => number) {
    this.lineOf = lineOf;
  }

  plain(node: Node | Pair | null, depth: number): unknown {
    if (node === null) return null;
    if (depth > MAX_DEPTH) {
      this.refuse(node, 'too_deep', DEEP.message);
      return;
    }
    if (isAlias(node)) {
      this.refuse(node, 'yaml_alias', 'Write it out; aliases (*name) are not read.');
      return;
    }
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return this.list(node.items as (Node | null)[], this.at(node), depth);
    if (isMap(node)) return this.record(node.items as Pair<Node, Node | null>[], this.at(node), depth);
    this.refuse(node, 'yaml_unexpected', 'Write a key and its value here.');
    return;
  }

  line(value: unknown, path: readonly PropertyKey[]): number {
    let line = 1;
    let at = value;
    for (const key of path) {
      if (typeof at !== 'object' || at === null) break;
      line = this.places.get(at)?.keys.get(key) ?? line;
      at = (at as Record<PropertyKey, unknown>)[key];
    }
    return line;
  }

  private list(items: (Node | null)[], own: number, depth: number): unknown[] {
    const keys = new Map<PropertyKey, number>();
    const list = items.map((item, index) => {
      keys.set(index, item ? this.at(item) : own);
      return this.plain(item, depth + 1);
    });
    this.places.set(list, { own, keys });
    return list;
  }

  private record(items: Pair<Node, Node | null>[], own: number, depth: number): Record<string, unknown> {
    const keys = new Map<PropertyKey, number>();
    const record: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || FORBIDDEN.has(name) || name.startsWith('$')) {
        this.refuse(key, 'forbidden_key', `Choose another key than ${name ?? 'a list or a map'}.`);
        continue;
      }
      // Checked here: the library compares each key with each, which takes seconds on a large map.
      if (keys.has(name)) this.refuse(key, 'duplicate_key', `Write ${name} once: it stands here already.`);
      keys.set(name, this.at(key));
      record[name] = this.plain(value, depth + 1);
    }
    this.places.set(record, { own, keys });
    return record;
  }

  private at = (node: Node | Pair): number =>
    this.lineOf(('range' in node ? node.range?.[0] : undefined) ?? 0);

  private refuse(node: Node | Pair, code: string, message: string): undefined {
    this.faults.push({ line: this.at(node), code, message });
    return undefined;
  }
}
