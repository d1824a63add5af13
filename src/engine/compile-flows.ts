import { type Around, compileFlow } from './compile-flow.ts';
import type { ValueType } from './expression/expression.ts';
import { type Finding, inReadingOrder } from './finding.ts';
import { type FlowFile, type PlacedStep, readFlowFile } from './flow-file/read-flow-file.ts';
import type { CompiledFlow, FlowSet, Keyword, LedTo } from './flow-set.ts';
import { MAX_FLOWS } from './limits.ts';
import type { Shape } from './shape.ts';
import type { Texts, Understanding } from './types.ts';

export interface FlowSource {
  /** Its path or name; the part before `.yaml` is the flow's id. */
  file: string;
  source: string | Uint8Array;
}

/** Names of the calls and effects the capabilities offer. */
export interface Known {
  calls: readonly string[];
  effects: readonly string[];
  /** By name, for those that say so; of the others any field is taken on trust. */
  shapes?: Readonly<Record<string, Shape>>;
}

/**
 * Reads and compiles flow files, once, at load. Never throws for what a file holds: every fault is a finding,
 * and a flow with a fault is left out of the set.
 */
export function compileFlows(
  files: readonly FlowSource[],
  texts: Texts,
  understanding: Understanding,
  known: Known,
): { flows: FlowSet; findings: Finding[] } {
  const findings: Finding[] = [];
  const read = readAll(files, findings);
  const around = surroundings(read, files, { texts, understanding, known }, findings);
  const flows = new Map<string, CompiledFlow>();
  for (const flow of read) {
    const { compiled, findings: faults } = compileFlow(flow, around);
    findings.push(...faults);
    if (faults.length === 0) flows.set(compiled.id, compiled);
  }
  return { flows: flowSet(flows, texts), findings: inReadingOrder(findings) };
}

/** What each of these files is compiled in, to compile one of them again with something changed. */
export function aroundFlows(
  files: readonly FlowSource[],
  texts: Texts,
  understanding: Understanding,
  known: Known,
): Around {
  return surroundings(readAll(files, []), files, { texts, understanding, known }, []);
}

function surroundings(
  read: readonly FlowFile[],
  files: readonly FlowSource[],
  { texts, understanding, known }: { texts: Texts; understanding: Understanding; known: Known },
  findings: Finding[],
): Around {
  return {
    texts,
    understanding,
    known: knownOf(known),
    // A file that cannot be read is a finding of its own; who points to it is not at fault.
    flows: new Set([...read.map(({ header }) => header.id), ...files.map(({ file }) => nameOf(file))]),
    fields: fieldsOf(read, findings),
  };
}

/** What the capabilities offer, as it is looked up. */
export const knownOf = ({ calls, effects, shapes = {} }: Known): Around['known'] => ({
  calls: new Set(calls),
  effects: new Set(effects),
  shapes: new Map(Object.entries(shapes)),
});

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');

function readAll(files: readonly FlowSource[], findings: Finding[]): FlowFile[] {
  const read = new Map<string, FlowFile>();
  for (const { file, source } of files.slice(0, MAX_FLOWS)) {
    const { flow, findings: faults } = readFlowFile(file, source);
    findings.push(...faults);
    if (!flow) continue;
    const before = read.get(flow.header.id);
    if (before) findings.push(twice(flow, before));
    else read.set(flow.header.id, flow);
  }
  const beyond = files[MAX_FLOWS];
  if (beyond)
    findings.push({
      file: beyond.file,
      line: 1,
      code: 'too_many_flows',
      message: `At most ${MAX_FLOWS} flows.`,
    });
  return [...read.values()];
}

const twice = (flow: FlowFile, before: FlowFile): Finding => ({
  file: flow.file,
  line: flow.line(['id']),
  code: 'duplicate_flow',
  message: `Choose another id: ${flow.header.id} is in ${before.file} already.`,
});

/** The fields of the person that flows save, with their types; a field has one type in all flows. */
function fieldsOf(flows: readonly FlowFile[], findings: Finding[]): Map<string, ValueType> {
  const fields = new Map<string, ValueType>();
  const visit = (flow: FlowFile, steps: readonly PlacedStep[]): void => {
    for (const { step, key, line, blocks } of steps) {
      for (const { name, type } of step.outline.fields ?? []) {
        const before = fields.get(name) ?? 'dyn';
        if (before !== 'dyn' && type !== 'dyn' && before !== type)
          findings.push({
            file: flow.file,
            line,
            step: key,
            code: 'field_type_conflict',
            message: `Save person.${name} under another name: elsewhere it has another type (${before}).`,
          });
        fields.set(name, before === 'dyn' ? type : before);
      }
      for (const block of blocks) visit(flow, block);
    }
  };
  for (const flow of flows) visit(flow, flow.steps);
  return fields;
}

/** Where two flows claim one trigger the first file has it; the checker names the conflict. */
function flowSet(flows: ReadonlyMap<string, CompiledFlow>, texts: Texts): FlowSet {
  const intents = new Map<Parameters<FlowSet['intents']['get']>[0], string>();
  const keywords: Keyword[] = [];
  const prompts = new Set<string>();
  const links = new Map<string, LedTo>();
  let firstContact: string | undefined;
  let otherLanguage: string | undefined;
  let taken: string | undefined;
  for (const { id, triggers } of flows.values())
    for (const trigger of triggers) {
      if (trigger.kind === 'keyword')
        keywords.push({
          ...{ lang: trigger.lang, keyword: trigger.keyword, flow: id },
          ...(trigger.rest && { rest: trigger.rest }),
        });
      else if (trigger.kind === 'link')
        links.set(trigger.link, { flow: id, ...(trigger.rest && { rest: trigger.rest }) });
      else if (trigger.kind === 'first_contact') firstContact ??= id;
      else if (trigger.kind === 'other_language') otherLanguage ??= id;
      else if (trigger.kind === 'taken') taken ??= id;
      else if (trigger.kind === 'prompt') prompts.add(id);
      else if (!intents.has(trigger.intent)) intents.set(trigger.intent, id);
    }
  const version = (): undefined => undefined;
  const languages = [...texts.languages, ...(texts.packLanguages ?? [])];
  const events = { firstContact, otherLanguage, taken, prompts };
  return { flows, intents, keywords, links, ...events, languages, version };
}
