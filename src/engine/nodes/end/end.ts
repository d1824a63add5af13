import { z } from 'zod';
import { parameters, stepKey } from '../../flow-file/keys.ts';
import { END, go, type Move, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({
  /** This flow, or all that is open: also what waits below. */
  end: z.union([z.literal(true), z.literal('all')], 'must be true, or all'),
  /** What the flow that runs this one gets. */
  results: parameters.optional(),
  key: stepKey.optional(),
});

/** Ends this run of the flow, or every talk that is open. */
export const end: NodeKind<'end', z.infer<typeof schema>> = {
  kind: 'end',
  schema: () => schema,
  outline: (source) => ({ key: source.key }),
  compile(source, at) {
    const results = at.params(source.results, ['results']);
    const over = source.end === 'all' ? ALL_OVER : OVER;
    return {
      exits: [END],
      texts: [],
      enter(turn) {
        turn.bringsBack(results(turn).params);
        return over;
      },
    };
  },
};

const OVER = go(END);
const ALL_OVER: Move = { kind: 'go', to: END, all: true };
