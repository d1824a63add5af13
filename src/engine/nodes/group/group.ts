import { z } from 'zod';
import { name, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({
  group: z.union(
    [z.strictObject({ add: name }), z.strictObject({ remove: name })],
    'must be { add: <name> } or { remove: <name> }',
  ),
  key: stepKey.optional(),
});
type Source = z.infer<typeof schema>;

/** Takes the person into a group or out of it; `person.groups.<name>` says who is in. Twice is once. */
export const group: NodeKind<'group', Source> = {
  kind: 'group',
  schema: () => schema,
  outline: (source) => ({
    key: source.key,
    fields: 'add' in source.group ? [{ name: pathOf(source.group.add), type: 'bool' }] : [],
  }),
  compile({ group: change }, at) {
    const path = pathOf('add' in change ? change.add : change.remove);
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [],
      sets: [`person.${path}`],
      enter(turn) {
        turn.setPerson(path, 'add' in change ? true : null);
        return onward;
      },
    };
  },
};

const pathOf = (group: string): string => `groups.${group}`;
