import type { AskOf } from '../schema.ts';
import { type Answering, NONE } from './answering.ts';

/** The person's own words. Too many are not cut: the person is asked to say it shorter. */
export function text(source: AskOf<'text'>): Answering {
  return {
    params: { max_length: source.max_length },
    texts: [],
    choices: [],
    mayOfferNone: false,
    offered: () => [],
    typed(_turn, words) {
      const value = words.trim();
      return value === '' || value.length > source.max_length ? NONE : { kind: 'value', value };
    },
    tapped: () => NONE,
  };
}
