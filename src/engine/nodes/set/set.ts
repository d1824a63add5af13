import { z } from 'zod';
import { weighed } from '../../expression/weighed.ts';
import { expression, name, stepKey } from '../../flow-file/keys.ts';
import { go, type NodeKind } from '../node-kind.ts';
import type { Turn } from '../turn.ts';

const schema = z.strictObject({
  set: z
    .record(
      z
        .string()
        .regex(
          /^(?:vars\.[a-zA-Z]\w{0,31}|person\.(?:consents\.)?[a-zA-Z][\w-]{0,31})$/,
          'must look like vars.total, person.lang, person.consents.survey or person.age',
        )
        .refine((path) => path !== 'person.consents', 'must name a purpose: person.consents.<purpose>')
        .refine((path) => path !== 'person.groups', 'is changed by a step group, not by set')
        .refine(
          (path) => name.safeParse(path.split('.').at(-1)).success,
          'holds a word that cannot be a name',
        ),
      expression,
    )
    .refine((given) => Object.keys(given).length > 0, 'must set something'),
  key: stepKey.optional(),
});

/** Computes values and keeps them: in this run (`vars`) or with the person. */
export const set: NodeKind<'set', z.infer<typeof schema>> = {
  kind: 'set',
  schema: () => schema,
  outline(source) {
    const paths = Object.keys(source.set);
    return {
      key: source.key,
      vars: paths.filter((path) => path.startsWith('vars.')).map((path) => path.slice(5)),
      fields: paths.filter(isField).map((path) => ({ name: path.slice(7), type: 'dyn' })),
    };
  },
  compile(source, at) {
    const work = Object.entries(source.set).map(([path, words]) => ({
      path,
      value: at.computed(words, ['set', path]),
      keep: keeper(path),
    }));
    const onward = go(at.next);
    return {
      exits: [at.next],
      texts: [],
      sets: Object.keys(source.set),
      enter(turn) {
        const { flow, step } = turn.frame;
        for (const { path, value, keep } of work) {
          const computed = value(turn.scope);
          turn.because?.({ kind: 'set', flow, step, path, value: weighed(value, turn.scope, computed) });
          if (computed.ok) keep(turn, computed.value);
          else turn.failed(computed.code);
        }
        return onward;
      },
    };
  },
};

const isField = (path: string): boolean => /^person\.(?!lang$|stopped$|consents\.)/.test(path);

function keeper(path: string): (turn: Turn, value: Parameters<Turn['setPerson']>[1]) => void {
  if (path.startsWith('vars.')) return (turn, value) => void turn.setVariable(path.slice(5), value);
  return (turn, value) => turn.setPerson(path.slice(7), value);
}
