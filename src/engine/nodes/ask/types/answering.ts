import type { OfferedChoice, Reply, TextKey, Value } from '../../../types.ts';
import type { TextUse } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';

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

export const NONE: Understood = { kind: 'none' };

/** Several keys as one value. No key has a comma; in an expression they are a list again (`"eau" in answers.x`). */
export const joined = (keys: readonly string[]): string => keys.join(',');

/** How one question takes its answers. */
export interface Answering {
  /** Parameters every text of the question has, e.g. `min` and `max`. */
  readonly params: Readonly<Record<string, Value>>;
  readonly texts: readonly TextUse[];
  /** Keys of the choices, for results and for the checker. */
  readonly choices: readonly string[];
  readonly mayOfferNone: boolean;
  /** The buttons now; those of `Frame.narrowed` where the person is to choose between candidates. */
  offered(turn: Turn): OfferedChoice[];
  typed(turn: Turn, text: string): Understood;
  /** A button that may be pressed now gives its value. */
  tapped(turn: Turn, choice: string): Understood;
  /** Only where something other than words is asked for. */
  received?(reply: MediaReply): Understood;
}

export type MediaReply = Extract<Reply, { kind: 'media' }>;
