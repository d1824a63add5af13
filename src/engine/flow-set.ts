import type { GlobalIntent, Lang } from '../domain/language.ts';
import type { CompiledNode, Question } from './nodes/node-kind.ts';

/** A step in its flow. */
export interface CompiledStep {
  key: string;
  kind: string;
  line: number;
  node: CompiledNode;
  /** What it stands for, to be compared with another version's; `undefined` where its author gave it no key. */
  meaning: string | undefined;
}

/** A flow ready to run; steps are laid out in the order of the file. */
export interface CompiledFlow {
  id: string;
  /** Content hash of the structure, without texts. */
  hash: string;
  file: string;
  interrupts: boolean;
  beforeConsent: boolean;
  /** The house itself may begin it in a talk; it says what it has to say, or nothing, and is over. */
  prompt: boolean;
  /** Variables it may be begun with. */
  params: readonly string[];
  survey?: string;
  /** Languages in which every text of it has a recording. */
  audio: readonly Lang[];
  /** Milliseconds after which a talk nobody answers in is over. */
  expires?: number;
  tests?: string;
  /** The line of the file where its first trigger stands. */
  triggersLine: number;
  triggers: readonly FlowTrigger[];
  steps: readonly CompiledStep[];
  /** Index of a step by its key. */
  at: ReadonlyMap<string, number>;
  /** Its questions, in the order of the file. */
  questions: readonly Question[];
  /** Where talks go on that stand at a step this version took away: its key, and the key of a step there is. */
  migrate: ReadonlyMap<string, string>;
}

/** What begins a flow, with its line in the file. */
export type FlowTrigger = { line: number } & (
  | { kind: 'intent'; intent: GlobalIntent }
  | { kind: 'keyword'; lang: Lang; keyword: string; rest?: string }
  | { kind: 'link'; link: string; rest?: string }
  | { kind: 'first_contact' }
  | { kind: 'prompt' }
  | { kind: 'other_language' }
  | { kind: 'taken' }
);

/** A word that begins a flow, as its author wrote it; folding it is the caller's. */
export interface Keyword {
  lang: Lang;
  keyword: string;
  flow: string;
  /** The param of the flow that what stands behind the word goes into. */
  rest?: string;
}

/** Where a link of the campaign leads. */
export interface LedTo {
  flow: string;
  /** The param of the flow that what stands behind the link and a hyphen goes into; without it nothing may stand there. */
  rest?: string;
}

/** All flows that run here. */
export interface FlowSet {
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  /** The flow a global intent begins. */
  readonly intents: ReadonlyMap<GlobalIntent, string>;
  readonly keywords: readonly Keyword[];
  /** The flow a link of the campaign leads to; no other link means anything. */
  readonly links?: ReadonlyMap<string, LedTo>;
  /** The flow that greets who never wrote before. */
  readonly firstContact: string | undefined;
  /** The flow that offers the other language to who writes in it. */
  readonly otherLanguage?: string | undefined;
  /** The flow that comes over a talk a member of staff takes. */
  readonly taken?: string | undefined;
  /** The flows the house itself may begin in a talk. */
  readonly prompts: ReadonlySet<string>;
  readonly languages: readonly Lang[];
  /** An older version of a flow that some talk still runs, where it is at hand. */
  version(flow: string, hash: string): CompiledFlow | undefined;
}
