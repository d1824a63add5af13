import { z } from 'zod';
import { weighed } from '../../expression/weighed.ts';
import { expression, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';
import { stepsOf, wayOf } from '../way.ts';

const schema = (step: z.ZodType) => {
  const branch = wayOf(step);
  return z.strictObject({ if: expression, then: branch, else: branch.optional(), key: stepKey.optional() });
};
type Source = z.infer<ReturnType<typeof schema>>;

/** Goes one of two ways. A condition that fails is reported and counts as not fulfilled. */
export const branch: NodeKind<'if', Source> = {
  kind: 'if',
  schema,
  outline: (source) => ({
    key: source.key,
    blocks: [
      { path: ['then'], steps: stepsOf(source.then) },
      { path: ['else'], steps: stepsOf(source.else) },
    ],
  }),
  compile(source, at) {
    const condition = at.computed(source.if, ['if'], 'bool');
    const then = go(at.block(0));
    const otherwise = go(at.block(1));
    return {
      exits: [at.block(0), at.block(1)],
      ways: ['then', 'else'],
      texts: [],
      enter(turn) {
        const computed = condition(turn.scope);
        if (!computed.ok) turn.failed(computed.code);
        else if (typeof computed.value !== 'boolean') turn.failed('not_a_condition');
        const held = computed.ok && computed.value === true;
        turn.because?.({
          ...{ kind: 'branched', flow: turn.frame.flow, step: turn.frame.step },
          ...{ condition: weighed(condition, turn.scope, computed), way: held ? 'then' : 'else' },
        });
        return held ? then : otherwise;
      },
    };
  },
};
