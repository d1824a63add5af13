import type { Value } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { AskOf } from '../schema.ts';
import { type Answering, NONE } from './answering.ts';

/** A number within bounds, in digits of any script or in words. */
export function number(source: AskOf<'number'>, at: CompileAt): Answering {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = source;
  const params: Record<string, Value> = {};
  if (source.min !== undefined) params['min'] = source.min;
  if (source.max !== undefined) params['max'] = source.max;
  return {
    params,
    texts: [],
    choices: [],
    mayOfferNone: false,
    offered: () => [],
    typed(turn, text, told) {
      const match = at.understanding.number(text, turn.lang, told);
      if (match.kind !== 'one' || !Number.isFinite(match.value)) return NONE;
      return match.value >= min && match.value <= max ? { kind: 'value', value: match.value } : NONE;
    },
    tapped: () => NONE,
  };
}
