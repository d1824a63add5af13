import { z } from 'zod';
import { parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({ say: stepKey, with: parameters.optional() });

/** Says a text and goes on. */
export const say: NodeKind<'say', z.infer<typeof schema>> = {
  kind: 'say',
  schema: () => schema,
  outline: (source) => ({ key: source.say }),
  compile(source, at) {
    const text = { flow: at.flow, key: source.say };
    const params = at.params(source.with, ['with']);
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [{ text, given: Object.keys(source.with ?? {}) }],
      enter(turn) {
        turn.emit({ kind: 'said', text, params: params(turn).params });
        return onward;
      },
    };
  },
};
