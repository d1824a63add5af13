import { z } from 'zod';
import { expression, parameters, stepKey } from '../../flow-file/keys.ts';
import { MAX_MEDIA_ID } from '../../limits.ts';
import { type Computed, go, type NodeKind } from '../node-kind.ts';
import type { Turn } from '../turn.ts';

const schema = z.strictObject({
  say: stepKey,
  with: parameters.optional(),
  /** The id of a recording that says the same, or null. */
  audio: expression.optional(),
  /** The id of a picture that goes with it, or null. */
  image: expression.optional(),
});

/** Says a text and goes on. */
export const say: NodeKind<'say', z.infer<typeof schema>> = {
  kind: 'say',
  schema: () => schema,
  outline: (source) => ({ key: source.say }),
  compile(source, at) {
    const text = { flow: at.flow, key: source.say };
    const params = at.params(source.with, ['with']);
    const audio = source.audio === undefined ? undefined : at.computed(source.audio, ['audio'], 'string');
    const image = source.image === undefined ? undefined : at.computed(source.image, ['image'], 'string');
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [{ text, given: Object.keys(source.with ?? {}), ...(audio && { recorded: true }) }],
      enter(turn) {
        const said = { kind: 'said', text, params: params(turn).params } as const;
        const recording = audio && mediaIn(turn, audio, 'not_a_recording');
        const picture = image && mediaIn(turn, image, 'not_a_picture');
        turn.emit({
          ...said,
          ...(recording !== undefined && { audio: recording }),
          ...(picture !== undefined && { image: picture }),
        });
        return onward;
      },
    };
  },
};

/** The words are said in any case: a recording or picture that fails is reported and left out. */
function mediaIn(turn: Turn, named: Computed, otherwise: string): string | undefined {
  const computed = named(turn.scope);
  if (computed.ok && computed.value === null) return undefined;
  if (computed.ok && typeof computed.value === 'string' && MEDIA_ID.test(computed.value))
    return computed.value;
  turn.failed(computed.ok ? otherwise : computed.code);
  return undefined;
}

const MEDIA_ID = new RegExp(`^\\S{1,${MAX_MEDIA_ID}}$`, 'u');
