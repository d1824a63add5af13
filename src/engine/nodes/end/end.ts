import { z } from 'zod';
import { stepKey } from '../../flow-file/keys.ts';
import { END, go, type NodeKind } from '../node-kind.ts';

const schema = z.strictObject({ end: z.literal(true), key: stepKey.optional() });

/** Ends this run of the flow. */
export const end: NodeKind<'end', z.infer<typeof schema>> = {
  kind: 'end',
  schema: () => schema,
  outline: (source) => ({ key: source.key }),
  compile: () => ({ exits: [END], texts: [], enter: () => OVER }),
};

const OVER = go(END);
