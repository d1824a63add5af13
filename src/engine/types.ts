import type { Lang } from '../domain/language.ts';
import type { MediaKind } from '../domain/message.ts';
import type { Profile } from '../domain/person.ts';

/** A value a flow can hold, compare and save. */
export type Value = string | number | boolean | null;

/** What a call brings back: one value, a flat record of them (`vars.kept.answers`), or a list of records to choose from. */
export type CallValue = Value | Record<string, Value> | ListValue;

/** Up to ten flat records; to be offered as choices each has a `key` and a `label` (see read-list.ts). */
export type ListValue = readonly Record<string, Value>[];

/** The question types a flow can ask. */
export const ASK_TYPES = [
  'choice',
  'number',
  'text',
  'yes_no',
  'place',
  'date',
  'scale',
  'phone',
  'multi',
  'rank',
  'photo',
  'voice',
  'location',
] as const;
export type AskType = (typeof ASK_TYPES)[number];

/** Types whose answers are class A: a person's own words, number, face, voice or place. Never counted, never stored in clear. */
const CLASS_A_TYPES: ReadonlySet<AskType> = new Set(['text', 'phone', 'photo', 'voice', 'location']);
export const isClassA = (type: AskType): boolean => CLASS_A_TYPES.has(type);

/** A text's place in `locales/<lang>/`: the file `flows/<flow>.yaml`, or `bot.yaml` when `flow` is `bot`. */
export interface TextKey {
  flow: string;
  /** Dotted path inside the file, e.g. `priorite.ask`, `priorite.choices.eau`. */
  key: string;
}

/**
 * The answers of a run in the order they were given, as one word: `priorite:eau,age=23,idee,lieu:bamako`. A talk is read and
 * written at every turn, and most turns look at none of its answers: one word costs a fifth of an object of fifty members
 * (F13). A word stands after `:`, a number, true or false after `=`; what is not kept, or was left without an answer,
 * has neither.
 */
export type Answers = string;

/** Where a talk stands in one flow. */
export interface Frame {
  /** Nonce of this run of the flow; buttons are bound to it. */
  sid: string;
  flow: string;
  /** Content hash of the version of the flow it runs. */
  hash: string;
  /** Key of the step it waits at. */
  step: string;
  /** Failed tries at that step. */
  tries: number;
  /** When it was asked last, which its timers count from; milliseconds since 1970. */
  at?: number;
  /** When the wait it stands at is over; milliseconds since 1970. Nothing is asked meanwhile. */
  until?: number;
  /** A person of the house has the talk here: what is written is for them. */
  staff?: true;
  /** Reminders given of the open question. */
  reminded?: number;
  /** So many of its answers stay: something was done with them that is not undone by going back. */
  sealed?: number;
  /** The flow below runs this one, and goes on when it ends. */
  sub?: true;
  /** It does so in the background: it never waits for the person, so it is never stored. */
  unseen?: true;
  answers: Answers;
  vars: Record<string, CallValue>;
  /** What calls brought to be said now; gone when the turn waits for the person, so never stored. */
  held?: Record<string, CallValue>;
  /** Candidates the person was asked to choose between after an ambiguous answer: choice keys, or `slug|name` of places. */
  narrowed?: string[];
  /** Keys chosen so far of a question that takes several, in the order they came. */
  picked?: string[];
  /** Its flow was published anew under the talk, and asks something else there now: the step is to be entered first. */
  anew?: true;
}

/** A running talk: plain JSON, ≤ 1 KB + 60 B an answer. The last frame is the one that talks; those before it wait. */
export interface Session {
  v: 2;
  frames: Frame[];
}

/** What the person replied, once the conversation layer has authenticated it. */
export type Reply =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; choice: string }
  | {
      kind: 'media';
      media: MediaKind;
      /** The name under which the channel finds it again, where it can. */
      id?: string | undefined;
      seconds?: number | undefined;
      /** Degrees north and east. */
      at?: { lat: number; lon: number } | undefined;
      /** The person's own number, where that is what was sent. */
      phone?: string | undefined;
    };

export type CallResult = { ok: true; value: CallValue } | { ok: false; code: string };

export type EngineInput =
  /** Begin `flow`; whatever ran is left. `params` become its variables, as far as its header names them. */
  | { kind: 'start'; flow: string; params?: Record<string, Value> }
  /**
   * Begin `flow` over what runs; when it ends, the open question is asked again. An interrupting flow replaces one of
   * its own kind. A flow that is no side job takes the place of all, or is gone on with where it waits already.
   */
  | {
      kind: 'interrupt';
      flow: string;
      params?: Record<string, Value>;
      /** What runs waits below, as it does for a side job: a word for it was typed in the middle of another talk. */
      keeps?: true;
    }
  | { kind: 'reply'; reply: Reply }
  /** Ask the question before the open one again, to change its answer. */
  | { kind: 'back' }
  /** Ask the open question again, as it was. `by` the house: the person has done nothing, so no timer begins anew. */
  | { kind: 'again'; by?: 'house' }
  /** The moment {@link Advanced.due} named has come. One that no longer fits does nothing. */
  | ({ kind: 'due' } & DueStep)
  /** Leave what has outlived its flow's `expires`, and nothing else: before something else comes in. */
  | { kind: 'expire' }
  /** What a `call` brought back. */
  | { kind: 'result'; result: CallResult }
  /** Who had the talk gives it back: the bot goes on at this step, or where the flow says. Nothing where nobody has it. */
  | { kind: 'resume'; step?: string }
  /** Who has the talk has written to its person: whatever was opened over it waits below from now on. */
  | { kind: 'spoken' };

/** Whom a moment is for: the `n`-th time of this step of this run. */
export interface DueStep {
  sid: string;
  step: string;
  n: number;
}

/** The next moment the open talk wants to be woken; milliseconds since 1970. */
export interface Due extends DueStep {
  at: number;
}

/** What the engine may know besides flow and session. */
export interface Facts {
  /** Milliseconds since 1970. */
  now: number;
  /** The language to understand in, when the profile has none. */
  lang: Lang;
  /** Random, used for the `sid` of runs begun in this turn. */
  nonce: string;
  /** Somebody tries the talk and asks why it goes as it goes; nobody does when citizens are served. */
  explains?: true;
  /** Opaque id of the person, for what chance decides once for each; without one it decides for each run. */
  person?: string;
}

/** A button the engine offers: the key of the choice and where its label stands. */
export interface OfferedChoice {
  choice: string;
  label: TextKey | { literal: string };
  /** No digit is typed for it: only a finger may press it. */
  buttonOnly?: true;
  /** Chosen already; it is shown with a mark, and pressing it takes it back. */
  picked?: true;
}

export type EngineEvent =
  /** Something to say; an open question carries its step and its choices. */
  | {
      kind: 'said';
      text: TextKey;
      params: Record<string, Value>;
      /** Id of the recording that says the same. */
      audio?: string;
      /** Id of the picture that goes with it. */
      image?: string;
      ask?: { sid: string; step: string; type: AskType; choices: OfferedChoice[] };
    }
  /** A question has its answer. `survey` is the flow's, when it is one. */
  | {
      kind: 'answered';
      flow: string;
      hash: string;
      survey?: string;
      step: string;
      type: AskType;
      value: Value;
    }
  /** An earlier answer was changed, and this one lies after it: it may be on a way not taken any more. */
  | { kind: 'withdrawn'; flow: string; hash: string; survey?: string; step: string }
  | { kind: 'survey_ended'; survey: string; complete: boolean }
  /** What time did: a question was asked once more, was given up, or the talk at this step was over by its `expires`. */
  | { kind: 'reminded' | 'timed_out' | 'expired'; flow: string; hash: string; step: string }
  /** A step `result:`; `category` is what may be counted, `value` may be a person's own words. */
  | {
      kind: 'result_saved';
      flow: string;
      hash: string;
      survey?: string;
      name: string;
      value: Value;
      category: string | null;
    }
  /** The talk is a person's now; the bot is silent until it is given back. */
  | { kind: 'handed_over'; flow: string; hash: string; step: string; reason: string }
  /** Something for whoever has the talk; class A. */
  | { kind: 'written'; flow: string; hash: string; step: string; reply: Exclude<Reply, { kind: 'choice' }> }
  /** A step `do:`; a capability (or the conversation itself) has an effect of that name. */
  | { kind: 'asked_for'; effect: string; params: Record<string, Value> }
  /** `path` is what stands after `person.` in a flow: `lang`, `stopped`, `consents.<purpose>`, `groups.<name>` or a field; null removes. */
  | { kind: 'profile_changed'; path: string; value: Value }
  /** A step that failed in a talk that goes on (expression, call); for the author, never for the citizen. */
  | { kind: 'step_failed'; flow: string; step: string; code: string };

/**
 * A step of a run in this turn: left by its way `exit` (see graph/exits.ts), asked again, given up, or, with none of these,
 * come to and waited at. No answer and no word stands in it but the key of a fixed choice.
 */
export interface Walked {
  sid: string;
  flow: string;
  hash: string;
  step: string;
  exit?: string;
  /** It was left with an answer. */
  answered?: true;
  /** What came was no answer. */
  retried?: true;
  /** The run ended here without having come to its end. */
  dropped?: true;
}

export interface Call {
  name: string;
  params: Record<string, Value>;
}

export interface Advanced {
  /** `null`: nothing runs. */
  session: Session | null;
  profile: Profile;
  events: EngineEvent[];
  /** The way through the steps, in order. */
  walk: readonly Walked[];
  /** When it goes on by itself: a reminder, a timeout, the end of a wait or of the talk. */
  due?: Due;
  /** What must happen before it can go on. */
  waits: { kind: 'reply' } | { kind: 'call'; call: Call } | { kind: 'nothing' };
}

/** The texts a flow can name, for compiling labels and for the checker. */
export interface Texts {
  readonly languages: readonly Lang[];
  /** Languages a person may choose that have labels and recordings at most: no text is missing there. */
  readonly packLanguages?: readonly Lang[];
  /** The words, or `undefined` where this language has none. */
  text(lang: Lang, key: TextKey): string | undefined;
  /** The recording of it, where this language's file names one; its path beside the texts. */
  audio?(lang: Lang, key: TextKey): string | undefined;
}

export type { DateFrame, Match, Option, Understanding } from './understanding.ts';
