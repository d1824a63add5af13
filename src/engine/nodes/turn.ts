import type { Lang } from '../../domain/language.ts';
import type { Scope } from '../expression/expression.ts';
import type { Because } from '../reasons.ts';
import type { AskType, CallValue, EngineEvent, Frame, Value } from '../types.ts';

/** What a step may see and do while it runs. Nothing here reaches outside the turn. */
export interface Turn {
  /** The language to understand in. */
  readonly lang: Lang;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The campaign's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who this is, as an opaque id; only to decide by chance what must be the same each time. */
  readonly person: string;
  /** This run of the flow: a copy of this turn's own, to be written. */
  readonly frame: Frame;
  /** What expressions read now. */
  readonly scope: Scope;
  /** Where somebody asks why: what they hear. */
  readonly because?: Because | undefined;
  emit(event: EngineEvent): void;
  /** Reports to the author that this step failed; the talk goes on. */
  failed(code: string): void;
  /** The open question has its answer. `keep`: a later expression reads it. */
  answered(answer: { type: AskType; value: Value; keep: boolean }): void;
  /** What was answered so far stays answered: something is done with it now. */
  seal(): void;
  /** `false` where there is no room for it; that is reported. */
  setVariable(name: string, value: CallValue): boolean;
  /** The same for what is only said, not kept: it is gone when the turn waits for the person. */
  holdForNow(name: string, value: CallValue): boolean;
  /** What the flow that runs this one gets when it ends now. */
  bringsBack(results: Record<string, Value>): void;
  /** A result of this flow, and the category it falls in. */
  saved(result: { name: string; value: Value; category: string | null }): void;
  /** `path` is what stands after `person.`: `lang`, `stopped`, `consents.<purpose>`, `groups.<name>` or a field. */
  setPerson(path: string, value: Value): void;
}
