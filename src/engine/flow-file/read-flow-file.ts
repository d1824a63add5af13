import { z } from 'zod';
import { orRather } from '../closest.ts';
import type { Finding } from '../finding.ts';
import { MAX_FINDINGS_A_FILE, MAX_STEPS } from '../limits.ts';
import { type Kind, NODE_KINDS } from '../nodes/index.ts';
import type { ReadStep } from '../nodes/node-kind.ts';
import { explain, nearest, placeOf } from './explain.ts';
import { readYaml, type Yaml } from './read-yaml.ts';
import { type FlowHeader, flowHeader } from './schema.ts';

/** A step of a file with its place; `blocks` are the lists of steps inside it. */
export interface PlacedStep {
  step: ReadStep;
  /** The author's key, or one made from the position, which no author can write. */
  key: string;
  path: readonly PropertyKey[];
  line: number;
  blocks: PlacedStep[][];
}

export interface FlowFile {
  file: string;
  header: FlowHeader;
  steps: PlacedStep[];
  /** Line of a path in the file. */
  line(path: readonly PropertyKey[]): number;
  /** What was written, for the content hash. */
  written: Record<string, unknown>;
}

/** Reads one flow file. `flow` is missing where the file cannot be compiled; all findings come at once. */
export function readFlowFile(
  file: string,
  source: string | Uint8Array,
): { flow?: FlowFile; findings: Finding[] } {
  const { yaml, faults } = readYaml(source);
  const findings: Finding[] = faults.map((fault) => ({ file, ...fault }));
  if (!yaml) return { findings };
  const parsed = flowHeader.safeParse(yaml.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues.map(nearest))
      findings.push({
        file,
        line: yaml.line(placeOf(issue)),
        code: 'bad_header',
        message: explain(issue, HEADER_WORDS),
      });
  }
  const reader = new StepsReader(file, yaml, findings);
  const steps = reader.list(stepsOf(yaml.value), ['steps']);
  const named = file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  if (parsed.success && parsed.data.id !== named)
    findings.push({
      file,
      line: yaml.line(['id']),
      code: 'id_is_not_file_name',
      message: `Name the file ${parsed.data.id}.yaml, or set id: ${named}.`,
    });
  if (!parsed.success || findings.length > 0) return { findings: firstOf(findings) };
  const written = yaml.value as Record<string, unknown>;
  return { flow: { file, header: parsed.data, steps, line: (path) => yaml.line(path), written }, findings };
}

function firstOf(findings: Finding[]): Finding[] {
  return findings.length <= MAX_FINDINGS_A_FILE
    ? findings
    : [...findings].sort((a, b) => a.line - b.line).slice(0, MAX_FINDINGS_A_FILE);
}

/** The key of a step that cannot be read, where one stands there. */
function nameOf(raw: Record<string, unknown>, kind: Kind): string | undefined {
  const name = kind === 'ask' || kind === 'say' ? raw[kind] : raw['key'];
  return typeof name === 'string' ? name : undefined;
}

function stepsOf(value: unknown): unknown[] {
  const steps = typeof value === 'object' && value !== null && 'steps' in value ? value.steps : undefined;
  return Array.isArray(steps) ? (steps as unknown[]) : [];
}

const KINDS = Object.keys(NODE_KINDS) as Kind[];
/** One object for all, so that each kind builds its schema once. */
const INNER_STEP = z.unknown();

const HEADER_WORDS = Object.keys(flowHeader.shape);
const WORDS = new Map<Kind, string[]>();

/** The words a step of a kind may hold, of whatever type it is. A schema is costly to make, so they are kept. */
function wordsOf(kind: Kind): string[] {
  const words = WORDS.get(kind) ?? keysOf(NODE_KINDS[kind].schema(INNER_STEP));
  WORDS.set(kind, words);
  return words;
}

function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  return schema instanceof z.ZodUnion ? schema.options.flatMap((option) => keysOf(option as z.ZodType)) : [];
}

class StepsReader {
  private count = 0;
  private readonly keys = new Map<string, number>();
  private readonly file: string;
  private readonly yaml: Yaml;
  private readonly findings: Finding[];

  constructor(file: string, yaml: Yaml, findings: Finding[]) {
    this.file = file;
    this.yaml = yaml;
    this.findings = findings;
  }

  list(raw: readonly unknown[], path: readonly PropertyKey[]): PlacedStep[] {
    return raw.flatMap((step, index) => this.one(step, [...path, index]) ?? []);
  }

  private one(raw: unknown, path: readonly PropertyKey[]): PlacedStep | undefined {
    this.count += 1;
    // The file as a whole is at fault, so its first line is named.
    if (this.count === MAX_STEPS + 1)
      this.fault([], 'too_many_steps', `Split the flow: at most ${MAX_STEPS} steps.`);
    if (this.count > MAX_STEPS) return undefined;
    const kind = this.kindOf(raw, path);
    if (!kind) return undefined;
    const read = NODE_KINDS[kind].read(raw, INNER_STEP);
    if (!read.ok) {
      const step = nameOf(raw as Record<string, unknown>, kind);
      for (const issue of read.issues.map(nearest))
        this.fault([...path, ...placeOf(issue)], 'bad_step', explain(issue, wordsOf(kind)), step);
      return undefined;
    }
    const { outline } = read.step;
    const key = this.unique(outline.key ?? `${kind}@${this.count}`, path);
    const blocks = (outline.blocks ?? []).map((block) => this.list(block.steps, [...path, ...block.path]));
    return { step: read.step, key, path, line: this.yaml.line(path), blocks };
  }

  private kindOf(raw: unknown, path: readonly PropertyKey[]): Kind | undefined {
    const found =
      typeof raw === 'object' && raw !== null ? KINDS.filter((kind) => Object.hasOwn(raw, kind)) : [];
    if (found.length === 1) return found[0];
    if (found.length === 0) {
      const [first = ''] = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
      const near = orRather(first, KINDS);
      this.fault(path, 'unknown_step', `Begin the step with one of ${KINDS.join(', ')}${near}.`);
    } else
      this.fault(
        path,
        'two_steps_in_one',
        `Make two steps of ${found.join(' and ')}: each begins with a dash.`,
      );
    return undefined;
  }

  private unique(key: string, path: readonly PropertyKey[]): string {
    const before = this.keys.get(key);
    if (before !== undefined)
      this.fault(path, 'duplicate_step', `Choose another key: "${key}" is the step at line ${before}.`, key);
    this.keys.set(key, this.yaml.line(path));
    return key;
  }

  private fault(path: readonly PropertyKey[], code: string, message: string, step?: string): void {
    const line = this.yaml.line(path);
    this.findings.push({ file: this.file, line, ...(step === undefined ? {} : { step }), code, message });
  }
}
