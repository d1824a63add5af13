import type { How } from '../domain/how.ts';
import type { Reason } from '../engine/reasons.ts';
import type { CallResult, TextKey, Value } from '../engine/types.ts';
import type { IntentReader } from './ports.ts';

/** Why a turn went as it went, in order: what the conversation did before, between and after the engine's own reasons. */
export type Why =
  | Reason
  /** A word was read for an intent; nobody has said yet whether it is one here. */
  | { kind: 'intent'; read: ReturnType<IntentReader['intent']>; how: readonly How[] }
  /** A flow's own word. */
  | { kind: 'keyword'; flow: string; how: readonly How[] }
  | { kind: 'called'; name: string; params: Readonly<Record<string, Value>>; result: CallResult }
  /** Words of the bot's own before all else. */
  | { kind: 'excused'; text: TextKey };

/** Hears it where a talk is tried; nobody does when citizens are served. */
export type TellWhy = (why: Why) => void;
