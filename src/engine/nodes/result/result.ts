import { z } from 'zod';
import { choiceKey, expression, stepKey } from '../../flow-file/keys.ts';
import { type Computed, go, type NodeKind } from '../node-kind.ts';
import type { Turn } from '../turn.ts';

const schema = z.strictObject({
  /** The step's key and the result's name. */
  result: stepKey,
  value: expression,
  /** The class it is counted in: a word like a choice's key. */
  category: expression.optional(),
});

/**
 * Saves what the flow made of its answers: a value and the category it falls in, as an age its band. In a survey the
 * categories are counted beside its questions; the value is not stored.
 */
export const result: NodeKind<'result', z.infer<typeof schema>> = {
  kind: 'result',
  schema: () => schema,
  outline: (source) => ({ key: source.result }),
  compile(source, at) {
    const value = at.computed(source.value, ['value']);
    const category =
      source.category === undefined ? undefined : at.computed(source.category, ['category'], 'string');
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [],
      result: source.result,
      enter(turn) {
        const computed = value(turn.scope);
        if (!computed.ok) turn.failed(computed.code);
        else turn.saved({ name: source.result, value: computed.value, category: bandOf(turn, category) });
        return onward;
      },
    };
  },
};

/** Words of a person never fit a key, so that none can be counted by mistake. */
function bandOf(turn: Turn, category: Computed | undefined): string | null {
  if (category === undefined) return null;
  const computed = category(turn.scope);
  if (computed.ok && computed.value === null) return null;
  if (computed.ok && choiceKey.safeParse(computed.value).success) return String(computed.value);
  turn.failed(computed.ok ? 'not_a_category' : computed.code);
  return null;
}
