import { z } from 'zod';
import { goto as goal, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({ goto: goal, key: stepKey.optional() });

/** Goes on at another step, or leaves for another flow. */
export const goto: NodeKind<'goto', z.infer<typeof schema>> = {
  kind: 'goto',
  schema: () => schema,
  outline: (source) => ({ key: source.key }),
  compile(source, at) {
    const to = at.target(source.goto, ['goto']);
    const onward = go(to);
    return { exits: [to], texts: [], enter: () => onward };
  },
};
