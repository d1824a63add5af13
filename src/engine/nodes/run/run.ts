import { z } from 'zod';
import { flowId, name, onFail, parameters, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({
  run: flowId,
  with: parameters.optional(),
  /** The variable its results are kept in. */
  save: name.optional(),
  /** Where the talk goes on when the flow did not come to its end. */
  on_fail: onFail.default('next'),
  key: stepKey.optional(),
});

/** Runs another flow and goes on with what it brings when it has ended. What was answered before it stays as it is. */
export const run: NodeKind<'run', z.infer<typeof schema>> = {
  kind: 'run',
  schema: () => schema,
  outline: ({ key, save }) => ({ key, vars: save === undefined ? [] : [save] }),
  compile(source, at) {
    at.target({ flow: source.run }, ['run']);
    const params = at.params(source.with, ['with']);
    const onward = go(at.next);
    const failing = at.onFail(source.on_fail, ['on_fail']);
    return {
      exits: [at.next, failing],
      ways: ['ok', 'fail'],
      waits: true,
      texts: [],
      runs: { flow: source.run, given: Object.keys(source.with ?? {}) },
      enter: (turn) => ({ kind: 'run', flow: source.run, params: params(turn).params }),
      returned(turn, result) {
        if (!result.ok) {
          turn.failed(result.code);
          return go(failing);
        }
        const kept = source.save === undefined || turn.setVariable(source.save, result.value);
        return kept ? onward : go(failing);
      },
    };
  },
};
