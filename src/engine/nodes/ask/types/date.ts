import type { Value } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { AskOf } from '../schema.ts';
import { type Answering, NONE } from './answering.ts';

/** A day as `YYYY-MM-DD`, within bounds; `today` as a bound is the day of the answer, not of the question. */
export function date(source: AskOf<'date'>, at: CompileAt): Answering {
  const { min, max } = source;
  return {
    params: { ...fixed('min', min), ...fixed('max', max) },
    texts: [],
    choices: [],
    mayOfferNone: false,
    offered: () => [],
    typed({ today }, text, told) {
      const on = (bound: string | undefined): string | undefined => (bound === 'today' ? today : bound);
      const match = at.understanding.date(text, { today, min: on(min), max: on(max) }, told);
      return match.kind === 'one' ? { kind: 'value', value: match.value } : NONE;
    },
    tapped: () => NONE,
  };
}

/** A text may name a bound its author wrote; one that moves with the day is said in words. */
const fixed = (name: string, bound: string | undefined): Record<string, Value> =>
  bound === undefined || bound === 'today' ? {} : { [name]: bound };
