import { contentHash } from './content-hash.ts';
import { millisecondsOf } from './duration.ts';
import { orRather } from './closest.ts';
import { cel } from './expression/cel.ts';
import type { TypeOfName, ValueType } from './expression/expression.ts';
import type { Finding } from './finding.ts';
import type { FlowFile, PlacedStep } from './flow-file/read-flow-file.ts';
import type { CompiledFlow, CompiledStep, FlowTrigger } from './flow-set.ts';
import { type Laid, laidOut } from './layout.ts';
import type { CompileAt, Computed, ComputedParams, Target } from './nodes/node-kind.ts';
import { END } from './nodes/node-kind.ts';
import { computedParams } from './params.ts';
import { misfits, type Shape } from './shape.ts';
import type { Texts, Understanding } from './types.ts';
import { unknownTargets } from './versions/check-migrate.ts';
import { meaningOf } from './versions/meaning.ts';
import { Variables } from './variables.ts';

/** What a flow may lean on besides its own file. */
export interface Around {
  texts: Texts;
  understanding: Understanding;
  known: { calls: ReadonlySet<string>; effects: ReadonlySet<string>; shapes: ReadonlyMap<string, Shape> };
  /** Ids of all flows that were read. */
  flows: ReadonlySet<string>;
  /** Where its texts stand, when not under its id: an older version speaks as it was published. */
  spokenAs?: string;
  /** Fields of the person that some flow saves. */
  fields: ReadonlyMap<string, ValueType>;
}

/** Compiles one flow that was read. Faults are findings; the flow that comes back runs even so, null for what failed. */
export function compileFlow(flow: FlowFile, around: Around): { compiled: CompiledFlow; findings: Finding[] } {
  const findings: Finding[] = [];
  const laid = laidOut(flow.steps);
  const compiler = new FlowCompiler(flow, laid, around, findings);
  const steps = laid.map((place): CompiledStep => {
    const { step, key, line } = place.placed;
    const node = step.compile(compiler.at(place));
    return { key, kind: step.kind, line, node, meaning: meaningOf(step.kind, step.outline, node) };
  });
  findings.push(
    ...unknownTargets(flow, steps),
    ...unknownLanguages(flow, around.texts),
    ...unknownRests(flow),
  );
  const { header } = flow;
  const triggers = triggersOf(flow);
  const compiled: CompiledFlow = {
    id: header.id,
    hash: contentHash({ ...flow.written, tests: undefined }),
    file: flow.file,
    interrupts: header.interrupts,
    beforeConsent: header.before_consent,
    prompt: triggers.some(({ kind }) => kind === 'prompt'),
    params: header.params,
    audio: header.audio,
    ...(header.survey === undefined ? {} : { survey: header.survey }),
    ...(header.expires === undefined ? {} : { expires: millisecondsOf(header.expires) }),
    ...(header.tests === undefined ? {} : { tests: header.tests }),
    triggersLine: flow.line(['triggers']),
    triggers,
    steps,
    at: new Map(steps.map(({ key }, index) => [key, index])),
    questions: steps.flatMap(({ node }) => node.question ?? []),
    migrate: new Map(Object.entries(header.migrate)),
  };
  return { compiled, findings };
}

/** A language nobody speaks here would want recordings of nothing. */
const unknownLanguages = (flow: FlowFile, { languages, packLanguages = [] }: Texts): Finding[] =>
  flow.header.audio.flatMap((lang, nth) => {
    const message = `There is no language ${lang}; there are ${languages.join(', ')}: correct it.`;
    const finding = { file: flow.file, line: flow.line(['audio', nth]), code: 'unknown_language', message };
    return [...languages, ...packLanguages].includes(lang) ? [] : [finding];
  });

/** What stands behind a word or a link has to go somewhere. */
const unknownRests = (flow: FlowFile): Finding[] =>
  flow.header.triggers.flatMap((trigger, nth) => {
    if (!('rest' in trigger) || trigger.rest === undefined || flow.header.params.includes(trigger.rest))
      return [];
    const line = flow.line(['triggers', nth, 'rest']);
    const what = 'links' in trigger ? 'link' : 'word';
    const message = `Add ${trigger.rest} to "params", or correct the name: what stands behind the ${what} goes there.`;
    return [{ file: flow.file, line, code: 'unknown_rest', message }];
  });

function triggersOf(flow: FlowFile): FlowTrigger[] {
  return flow.header.triggers.flatMap((trigger, nth): FlowTrigger[] => {
    const line = (...path: PropertyKey[]): number => flow.line(['triggers', nth, ...path]);
    if ('intent' in trigger) return [{ kind: 'intent', intent: trigger.intent, line: line() }];
    if ('event' in trigger) return [{ kind: trigger.event, line: line() }];
    const behind = trigger.rest === undefined ? {} : { rest: trigger.rest };
    if ('links' in trigger)
      return trigger.links.map((link, at) => ({ kind: 'link', link, line: line('links', at), ...behind }));
    return Object.entries(trigger.keywords).flatMap(([lang, words]) =>
      words.map(
        (keyword, at): FlowTrigger => ({
          ...{ kind: 'keyword', lang, keyword, line: line('keywords', lang, at) },
          ...behind,
        }),
      ),
    );
  });
}

class FlowCompiler {
  private readonly flow: FlowFile;
  private readonly around: Around;
  private readonly findings: Finding[];
  private readonly at_: ReadonlyMap<string, number>;
  private readonly answers = new Map<string, ValueType>();
  private readonly vars: Variables;
  /** Variables calls save to, and the first step that does. */
  private readonly brought = new Map<string, number>();
  /** Variables whose lists some question offers. */
  private readonly offered = new Set<string>();
  /** Answers that some expression reads; whole once every step is compiled. */
  private readonly read = new Set<string>();

  constructor(flow: FlowFile, laid: readonly Laid[], around: Around, findings: Finding[]) {
    this.flow = flow;
    this.around = around;
    this.findings = findings;
    this.at_ = new Map(laid.map(({ placed }, index) => [placed.key, index]));
    this.vars = new Variables(flow.header.params);
    laid.forEach(({ placed }, index) => {
      this.declare(placed, index);
    });
  }

  at(place: Laid): CompileAt {
    const { placed, next, blocks } = place;
    const line = (path: readonly PropertyKey[]): number => this.flow.line([...placed.path, ...path]);
    const finding: CompileAt['finding'] = (code, message, path) => {
      this.findings.push({ file: this.flow.file, line: line(path), step: placed.key, code, message });
    };
    const computed: CompileAt['computed'] = (source, path, want) =>
      this.computed(source, path, want, finding);
    const target: CompileAt['target'] = (goal, path) => this.target(goal, path, finding);
    return {
      flow: this.around.spokenAs ?? this.flow.header.id,
      next,
      texts: this.around.texts,
      understanding: this.around.understanding,
      block: (index) => blocks[index] ?? next,
      target,
      onFail: (source, path) => (source === 'next' ? next : target(source.goto, [...path, 'goto'])),
      computed,
      params: (source, path) => this.params(source, path, computed),
      isClaim: (call) => this.around.known.shapes.get(call)?.claims === true,
      answerIsRead: () => this.read.has(placed.key),
      known: (kind, name, given = {}) => {
        const { known } = this.around;
        if (!known[`${kind}s`].has(name))
          finding(
            `unknown_${kind}`,
            `No capability has the ${kind} ${name}${orRather(name, known[`${kind}s`])}; correct the name.`,
            [],
          );
        for (const fault of misfits(name, known.shapes.get(name), Object.keys(given)))
          finding(fault.code, fault.message, ['with', fault.field]);
      },
      broughtBefore: (variable) => (this.brought.get(variable) ?? Infinity) < (this.at_.get(placed.key) ?? 0),
      offered: (variable) => this.offered.has(variable),
      finding,
    };
  }

  private declare(placed: PlacedStep, index: number): void {
    const { outline } = placed.step;
    if (outline.answers) this.answers.set(placed.key, outline.answers);
    const gives = outline.call === undefined ? undefined : this.around.known.shapes.get(outline.call)?.gives;
    for (const name of outline.vars ?? []) this.vars.fill(name, gives);
    if (outline.brings !== undefined && !this.brought.has(outline.brings))
      this.brought.set(outline.brings, index);
    if (outline.offers !== undefined) this.offered.add(outline.offers);
  }

  private target(
    goal: Parameters<CompileAt['target']>[0],
    path: readonly PropertyKey[],
    finding: CompileAt['finding'],
  ): Target {
    if (typeof goal !== 'string') {
      if (!this.around.flows.has(goal.flow))
        finding(
          'dangling_goto',
          `There is no flow ${goal.flow}${orRather(goal.flow, this.around.flows)}; correct the id or add the flow.`,
          path,
        );
      return goal;
    }
    const index = this.at_.get(goal);
    if (index === undefined)
      finding(
        'dangling_goto',
        `There is no step ${goal} in this flow${orRather(goal, this.at_.keys())}; correct the key or add the step.`,
        path,
      );
    return index ?? END;
  }

  private computed(
    source: unknown,
    path: readonly PropertyKey[],
    want: ValueType | undefined,
    finding: CompileAt['finding'],
  ): Computed {
    const words = String(source);
    const about = (message: string): string => `${words}: ${message}`;
    const broken = Object.assign(() => ({ ok: false as const, code: 'bad_expression' }), {
      ...{ type: 'dyn' as const, source: words, reads: [] },
    });
    const compiled = cel.compile(words, this.types);
    if (!compiled.ok) {
      finding(compiled.code, about(compiled.message), path);
      return broken;
    }
    const { expression } = compiled;
    for (const [root, name] of expression.reads) if (root === 'answers' && name) this.read.add(name);
    const checked = cel.check(expression);
    if (!checked.ok) {
      finding(checked.code, about(checked.message), path);
      return broken;
    }
    if (want !== undefined && checked.type !== want && checked.type !== 'dyn')
      finding('wrong_type', about(`This must be ${NAMES[want]}, and it is ${NAMES[checked.type]}.`), path);
    return Object.assign((scope: Parameters<Computed>[0]) => cel.evaluate(expression, scope), {
      ...{ type: checked.type, source: words, reads: expression.reads },
    });
  }

  private params(
    source: Record<string, unknown> | undefined,
    path: readonly PropertyKey[],
    computed: CompileAt['computed'],
  ): ComputedParams {
    const entries = Object.entries(source ?? {});
    return computedParams(entries.map(([name, words]) => [name, computed(words, [...path, name])]));
  }

  private readonly types: TypeOfName = (path) => {
    const [root = '', name = '', part] = path;
    const unknown = (what: string) => ({ unknown: what });
    if (root === 'talk') return path.length === 2 && name === 'suspended' ? 'bool' : unknown(TALK);
    if (root === 'answers') {
      const type = path.length === 2 ? this.answers.get(name) : undefined;
      const asked = path.slice(1).join('.');
      const near = orRather(asked, this.answers.keys());
      return type ?? unknown(`No question of this flow is called ${asked}${near}; correct the name.`);
    }
    if (root === 'vars') return this.vars.typeOf(path);
    if (name === 'consents') return part !== undefined && path.length === 3 ? 'double' : unknown(CONSENTS);
    if (name === 'groups')
      return part !== undefined && path.length === 3 && this.around.fields.has(`groups.${part}`)
        ? 'bool'
        : unknown(GROUPS);
    if (path.length === 2 && name === 'lang') return 'string';
    if (path.length === 2 && name === 'stopped') return 'bool';
    const type = path.length === 2 ? this.around.fields.get(name) : undefined;
    return (
      type ?? unknown(`No flow saves person.${path.slice(1).join('.')}; save it first, or correct the name.`)
    );
  };
}

const TALK = 'The only name under talk is talk.suspended.';
const GROUPS = 'Name a group that some flow adds to: person.groups.<name>.';
const CONSENTS = 'Name the purpose: person.consents.<purpose>.';
const NAMES: Record<ValueType, string> = {
  string: 'words',
  double: 'a number',
  bool: 'true or false',
  dyn: 'known only when it runs',
  keys: 'several choices',
};
