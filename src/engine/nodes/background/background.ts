import { z } from 'zod';
import { flowId, parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({
  background: flowId,
  with: parameters.optional(),
  key: stepKey.optional(),
});

/** Runs a flow that says and asks nothing to its end, within the turn. Whatever becomes of it, the talk goes on. */
export const background: NodeKind<'background', z.infer<typeof schema>> = {
  kind: 'background',
  schema: () => schema,
  outline: ({ key }) => ({ key }),
  compile(source, at) {
    at.target({ flow: source.background }, ['background']);
    const params = at.params(source.with, ['with']);
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [],
      runs: { flow: source.background, given: Object.keys(source.with ?? {}), unseen: true },
      enter: (turn) => ({ kind: 'run', flow: source.background, params: params(turn).params, unseen: true }),
      returned(turn, result) {
        if (!result.ok) turn.failed(result.code);
        return onward;
      },
    };
  },
};
