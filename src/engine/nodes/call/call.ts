import { z } from 'zod';
import { capabilityName, name, onFail, parameters, stepKey } from '../../flow-file/keys.ts';
import { readList } from '../../read-list.ts';
import type { CallResult } from '../../types.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z
  .strictObject({
    call: capabilityName,
    with: parameters.optional(),
    save: name.optional(),
    /** Larger than `save` allows, for steps up to the next question: what must outlast it is copied with `set`. */
    hold: name.optional(),
    on_fail: onFail.default('next'),
    key: stepKey.optional(),
  })
  .refine(({ save, hold }) => save === undefined || hold === undefined, 'has both save and hold');

/** Stops for a capability's answer. A call that fails is reported and goes on by `on_fail`. */
export const call: NodeKind<'call', z.infer<typeof schema>> = {
  kind: 'call',
  schema: () => schema,
  outline: ({ key, call, save, hold }) => ({
    key,
    call,
    vars: [save, hold].flatMap((name) => name ?? []),
    brings: save,
  }),
  compile(source, at) {
    at.known('call', source.call, source.with);
    const params = at.params(source.with, ['with']);
    const claims = at.isClaim(source.call);
    const onward = go(at.next);
    const failing = go(at.onFail(source.on_fail, ['on_fail']));
    return {
      exits: [onward, failing].flatMap((move) => (move.kind === 'go' ? [move.to] : [])),
      ways: ['ok', 'fail'],
      texts: [],
      enter(turn) {
        const given = params(turn);
        return given.whole ? { kind: 'call', call: { name: source.call, params: given.params } } : failing;
      },
      returned(turn, result) {
        if (claims) turn.seal();
        const read = fit(result, source.save !== undefined && at.offered(source.save));
        if (!read.ok) {
          turn.failed(read.code);
          return failing;
        }
        const { save, hold } = source;
        const kept = save === undefined || turn.setVariable(save, read.value);
        const held = hold === undefined || turn.holdForNow(hold, read.value);
        return kept && held ? onward : failing;
      },
    };
  },
};

/** A question that offers the list needs nothing but a list. */
function fit(result: CallResult, offered: boolean): CallResult {
  if (!result.ok) return result;
  if (Array.isArray(result.value)) return readList(result.value as readonly unknown[], offered);
  return offered ? { ok: false, code: 'no_list' } : result;
}
