import type { Told } from '../../../../domain/how.ts';
import type { OfferedChoice, Reply, Value } from '../../../types.ts';
import type { Understood } from '../../../understood.ts';
import type { TextUse } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';

export type { Understood } from '../../../understood.ts';

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
  typed(turn: Turn, text: string, told?: Told): Understood;
  /** A button that may be pressed now gives its value. */
  tapped(turn: Turn, choice: string): Understood;
  /** Only where something other than words is asked for. */
  received?(reply: MediaReply): Understood;
}

export type MediaReply = Extract<Reply, { kind: 'media' }>;
