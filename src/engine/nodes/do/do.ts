import { z } from 'zod';
import { capabilityName, parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({ do: capabilityName, with: parameters.optional(), key: stepKey.optional() });

/** Asks for an effect. One whose parameters fail is not asked for: half an effect is worse than none. */
export const effect: NodeKind<'do', z.infer<typeof schema>> = {
  kind: 'do',
  schema: () => schema,
  outline: (source) => ({ key: source.key }),
  compile(source, at) {
    at.known('effect', source.do, source.with);
    const params = at.params(source.with, ['with']);
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [],
      enter(turn) {
        const given = params(turn);
        turn.seal();
        if (given.whole) turn.emit({ kind: 'asked_for', effect: source.do, params: given.params });
        return onward;
      },
    };
  },
};
