import type { How } from '../domain/how.ts';
import type { Evaluated } from './expression/expression.ts';
import type { Advanced, AskType, CallValue, EngineEvent, EngineInput, Walked } from './types.ts';
import type { Understood } from './understood.ts';

/** An expression as it was computed: its words, the values of the names in them, and what came of it. */
export interface Weighed {
  source: string;
  names: Readonly<Record<string, CallValue | readonly string[]>>;
  result: Evaluated;
}

/** A step of the reasons in a turn. */
interface At {
  flow: string;
  step: string;
}

/**
 * Why a turn went as it went, one thing at a time and in order, as the engine did it: nothing is worked out afterwards.
 * Class A wherever words of a person stand in it; it is made for rehearsals alone and kept nowhere.
 */
export type Reason =
  /** What the engine was given. */
  | { kind: 'took'; input: EngineInput }
  /** A reply, and what its question made of it. `tries`: those that failed before, `of`: how many there are. */
  | (At & {
      kind: 'read';
      type: AskType;
      how: readonly How[];
      understood: Understood;
      tries: number;
      of: number;
    })
  /** An `if` and the way it took. */
  | (At & { kind: 'branched'; condition: Weighed; way: 'then' | 'else' })
  /** A `split`: chance decided for this person. */
  | (At & { kind: 'drawn'; way: string })
  /** A choice that was not offered. */
  | (At & { kind: 'withheld'; choice: string; condition: Weighed })
  /** A `set`. */
  | (At & { kind: 'set'; path: string; value: Weighed })
  /** A step that was come to or left; `node`: its kind. */
  | { kind: 'walked'; node: string; walked: Walked }
  | { kind: 'happened'; event: EngineEvent };

/** A turn, with its reasons where the facts ask for them. */
export type Explained = Advanced & { reasons?: readonly Reason[] };

/** Hears reasons where somebody asks for them. */
export type Because = (reason: Reason) => void;
