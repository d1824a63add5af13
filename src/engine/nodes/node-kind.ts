import type { z } from 'zod';
import type { Evaluated, Scope, ValueType } from '../expression/expression.ts';
import type { Goto, OnFail, Parameters } from '../flow-file/keys.ts';
import type {
  AskType,
  Call,
  CallResult,
  EngineEvent,
  Reply,
  TextKey,
  Texts,
  Understanding,
  Value,
} from '../types.ts';
import type { Turn } from './turn.ts';

/** Where a step goes on: an index in its flow, {@link END}, or another flow. */
export type Target = number | { flow: string };
export const END = -1;

/** What a step wants next. */
export type Move =
  /** `all`: with {@link END}, whatever waits below ends too. */
  | { kind: 'go'; to: Target; all?: true }
  | { kind: 'wait' }
  | { kind: 'call'; call: Call }
  /** Another flow, which brings its results back to this step. `unseen`: it says nothing, whatever it tries. */
  | { kind: 'run'; flow: string; params: Record<string, Value>; unseen?: true };

export const go = (to: Target): Move => ({ kind: 'go', to });
export const WAIT: Move = { kind: 'wait' };

/** An expression bound to its place in a flow. */
export interface Computed {
  (scope: Scope): Evaluated;
  readonly type: ValueType;
  /** As its author wrote it. */
  readonly source: string;
  /** The names it reads. */
  readonly reads: readonly (readonly string[])[];
}

/** Computes all parameters; those that fail are null and reported. */
export type ComputedParams = (turn: Turn) => { params: Record<string, Value>; whole: boolean };

/** A text a step can say, for the checker. */
export interface TextUse {
  text: TextKey;
  /** The placeholders it may use. */
  given: readonly string[];
  /** It stands on a button. */
  label?: true;
  /** A mark of two characters may stand before it there. */
  marked?: true;
  /** The step itself says which recording goes with it. */
  recorded?: true;
  /** Another text stands in where no language has it. */
  optional?: true;
}

/** A question as the rooms outside see it: what a survey's results are made of. */
export interface Question {
  step: string;
  type: AskType;
  /** Keys of the fixed choices, in their order; empty where the answer is open. */
  choices: readonly string[];
  /** Conditions may leave none of its choices. A list that may be empty is no such fault: `on_fail` is meant for it. */
  mayOfferNone: boolean;
}

/** A step ready to run. */
export interface CompiledNode {
  /** Everywhere it can go on to. */
  readonly exits: readonly Target[];
  /** What an author calls each of them; where there is one way only it needs no name. */
  readonly ways?: readonly string[];
  readonly texts: readonly TextUse[];
  readonly question?: Question;
  /** It waits for time to pass: a loop through it is none without a wait, and it needs a way out as a question does. */
  readonly waits?: true;
  /** What it keeps, as in a `set`: `person.stopped`. */
  readonly sets?: readonly string[];
  /** The result it saves, by its name. */
  readonly result?: string;
  /** The flow it runs, and the names of what it gives it. `unseen`: in the background. */
  readonly runs?: { flow: string; given: readonly string[]; unseen?: true };
  enter(turn: Turn): Move;
  /** A question: asks again as it stands. */
  again?(turn: Turn): Move;
  /** A question that is given up after a time, in milliseconds, and `remind`ed of before, at even distances. */
  readonly timeout?: { after: number; remind: number };
  /** Its time has come: a reminder, its timeout, or the end of its wait. */
  woken?(turn: Turn, why: 'reminder' | 'timeout' | 'wait'): Move;
  /** A question: its answer as its person reads it again. */
  shown?(
    turn: Turn,
    value: Value,
  ): readonly Pick<Extract<EngineEvent, { kind: 'said' }>, 'text' | 'params'>[];
  /** A question: takes a reply. */
  replied?(turn: Turn, reply: Reply): Move;
  /** Somebody had the talk, and gives it back. */
  resumed?(turn: Turn): Move;
  /** A call, or a step that runs another flow: takes what came back. */
  returned?(turn: Turn, result: CallResult): Move;
}

/** What a kind may ask of the compiler. Faults become findings at the step's line; compiling goes on. */
export interface CompileAt {
  readonly flow: string;
  /** The step after this one. */
  readonly next: number;
  readonly texts: Texts;
  readonly understanding: Understanding;
  /** The first step of the n-th block of steps inside this one, or `next` where there is none. */
  block(index: number): number;
  target(goto: Goto, path: readonly PropertyKey[]): Target;
  onFail(source: OnFail, path: readonly PropertyKey[]): Target;
  computed(source: unknown, path: readonly PropertyKey[], want?: ValueType): Computed;
  params(source: Parameters | undefined, path: readonly PropertyKey[]): ComputedParams;
  /** Some expression of this flow reads `answers.<step>`. Known once all steps are compiled. */
  answerIsRead(): boolean;
  /** A call that takes something for the person, which is not given back by asking again. */
  isClaim(call: string): boolean;
  /** `given`: what stands under `with`. */
  known(kind: 'call' | 'effect', name: string, given?: Parameters): void;
  /** A call before this step saves to this variable. */
  broughtBefore(variable: string): boolean;
  /** Some question of this flow offers this variable's list. */
  offered(variable: string): boolean;
  finding(code: string, message: string, path: readonly PropertyKey[]): void;
}

/** What a step tells the compiler before any step is compiled. */
export interface Outline {
  /** Its key, where the author gave one. */
  key?: string | undefined;
  /** Lists of steps inside it, each with its path in the step. */
  blocks?: { path: PropertyKey[]; steps: unknown[] }[];
  /** The type of `answers.<key>`. */
  answers?: ValueType;
  /** Variables it sets. */
  vars?: readonly string[];
  /** The call whose value fills its variables. */
  call?: string;
  /** The variable a call's value is saved to. */
  brings?: string | undefined;
  /** The variable whose list it offers. */
  offers?: string | undefined;
  /** Fields of the person it saves. */
  fields?: readonly { name: string; type: ValueType }[];
}

/** A kind of step: a folder with its schema, what it compiles to, and its cases. */
export interface NodeKind<Kind extends string = string, Source = unknown> {
  /** The key that makes a step one of this kind. */
  readonly kind: Kind;
  /** `step` is the schema of the steps it may hold. */
  schema(step: z.ZodType): z.ZodType<Source>;
  outline(source: Source): Outline;
  compile(source: Source, at: CompileAt): CompiledNode;
}

/** A step that was read and fits its schema. */
export interface ReadStep {
  readonly kind: string;
  readonly outline: Outline;
  compile(at: CompileAt): CompiledNode;
}

/** A kind with its source type closed over, so that kinds can stand in one list. */
export interface StepReader {
  readonly kind: string;
  schema(step: z.ZodType): z.ZodType;
  read(
    raw: unknown,
    step: z.ZodType,
  ): { ok: true; step: ReadStep } | { ok: false; issues: z.core.$ZodIssue[] };
}

/** Closes a kind; its schema is built once for each schema of inner steps. */
export function stepReader<Kind extends string, Source>(kind: NodeKind<Kind, Source>): StepReader {
  let built: { step: z.ZodType; schema: z.ZodType<Source> } | undefined;
  return {
    kind: kind.kind,
    schema: (step) => kind.schema(step),
    read(raw, step) {
      if (built?.step !== step) built = { step, schema: kind.schema(step) };
      const parsed = built.schema.safeParse(raw);
      if (!parsed.success) return { ok: false, issues: parsed.error.issues };
      const source = parsed.data;
      return {
        ok: true,
        step: { kind: kind.kind, outline: kind.outline(source), compile: (at) => kind.compile(source, at) },
      };
    },
  };
}
