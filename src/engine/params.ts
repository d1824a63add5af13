import { MAX_PARAM_LENGTH } from './limits.ts';
import type { Computed, ComputedParams } from './nodes/node-kind.ts';
import type { Value } from './types.ts';

/** Parameters of a text, a call or an effect. Long words are cut; one that fails is null, reported, and `whole` is false. */
export function computedParams(entries: readonly (readonly [string, Computed])[]): ComputedParams {
  if (entries.length === 0) return () => ({ params: {}, whole: true });
  return (turn) => {
    const params: Record<string, Value> = {};
    let whole = true;
    for (const [name, compute] of entries) {
      const computed = compute(turn.scope);
      if (!computed.ok) {
        turn.failed(computed.code);
        whole = false;
      }
      params[name] = computed.ok ? bounded(computed.value) : null;
    }
    return { params, whole };
  };
}

function bounded(value: Value): Value {
  if (typeof value !== 'string' || value.length <= MAX_PARAM_LENGTH) return value;
  return `${value.slice(0, MAX_PARAM_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
