import type { CompileAt } from '../../node-kind.ts';
import { type Answering, NONE } from './answering.ts';

/** A phone number as `+223XXXXXXXX`. Where it is one of two in a sentence, the person is asked for the one. */
export function phone(at: CompileAt): Answering {
  return {
    params: {},
    texts: [],
    choices: [],
    mayOfferNone: false,
    offered: () => [],
    typed(_turn, text) {
      const match = at.understanding.phone(text);
      return match.kind === 'one' ? { kind: 'value', value: match.value } : NONE;
    },
    tapped: () => NONE,
  };
}
