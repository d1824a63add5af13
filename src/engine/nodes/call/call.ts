import { z } from 'zod';
import { capabilityName, name, onFail, parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({
  call: capabilityName,
  with: parameters.optional(),
  save: name.optional(),
  on_fail: onFail.default('next'),
  key: stepKey.optional(),
});

/** Stops for a capability's answer. A call that fails is reported and goes on by `on_fail`. */
export const call: NodeKind<'call', z.infer<typeof schema>> = {
  kind: 'call',
  schema: () => schema,
  outline: (source) => ({ key: source.key, vars: source.save === undefined ? [] : [source.save] }),
  compile(source, at) {
    at.known('call', source.call);
    const params = at.params(source.with, ['with']);
    const onward = go(at.next);
    const failing = go(at.onFail(source.on_fail, ['on_fail']));
    return {
      exits: [onward, failing].flatMap((move) => (move.kind === 'go' ? [move.to] : [])),
      texts: [],
      enter(turn) {
        const given = params(turn);
        return given.whole ? { kind: 'call', call: { name: source.call, params: given.params } } : failing;
      },
      returned(turn, result) {
        if (!result.ok) {
          turn.failed(result.code);
          return failing;
        }
        if (source.save !== undefined) turn.setVariable(source.save, result.value);
        return onward;
      },
    };
  },
};
