import type { CompileAt } from '../../node-kind.ts';
import { type Answering, NONE } from './answering.ts';

/**
 * A phone number as `+223XXXXXXXX`, typed, or the person's own as their platform sends it. Where it is one of two in a
 * sentence, the person is asked for the one.
 */
export function phone(at: CompileAt): Answering {
  return {
    params: {},
    texts: [{ text: { flow: 'bot', key: 'media_instead_of_words' }, given: [] }],
    choices: [],
    mayOfferNone: false,
    offered: () => [],
    typed(_turn, text, told) {
      const match = at.understanding.phone(text, told);
      return match.kind === 'one' ? { kind: 'value', value: match.value } : NONE;
    },
    tapped: () => NONE,
    received({ phone: own }) {
      const match = own === undefined ? undefined : at.understanding.phone(own);
      if (match === undefined) return { kind: 'wordless' };
      return match.kind === 'one' ? { kind: 'value', value: match.value } : NONE;
    },
  };
}
