import type { TextKey, Value } from './types.ts';

/** What was made of a reply. */
export type Understood =
  | { kind: 'value'; value: Value }
  /** Which of these? In the form `Frame.narrowed` keeps. */
  | { kind: 'many'; candidates: string[] }
  /** Part of an answer: these are chosen so far, and the rest is asked for with this text. */
  | { kind: 'more'; picked: string[]; text: TextKey }
  /** It is what was asked for, and the channel could not keep it. */
  | { kind: 'lost' }
  /** It is no words, and words were asked for. */
  | { kind: 'wordless' }
  | { kind: 'none' };
