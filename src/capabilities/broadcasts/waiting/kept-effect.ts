import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import type { WaitingRooms } from './ports.ts';

const params = z.strictObject({ envoi: z.string().max(64) });
type Kept = z.infer<typeof params>;

/**
 * On a phone that several share a broadcast waits in the talk of whoever does not have it, and the talk says it when they
 * take the phone. From then on they have read it. One that is silent by now was not said.
 */
export const keptEffect = ({
  flow,
  memberOf,
  wanted,
  told,
}: Pick<WaitingRooms, 'flow' | 'memberOf' | 'wanted' | 'told'>): EffectKind<Kept> => ({
  name: 'broadcasts.kept',
  params,
  from: () => [],
  fromTurn: ({ begun = [] }) =>
    begun.flatMap((one) => {
      const read = one.flow === flow ? params.safeParse(one.params) : undefined;
      return read?.success === true ? [read.data] : [];
    }),
  async apply(batch) {
    for (const { params: kept, context } of batch)
      if ((await wanted(kept.envoi)) === true) await told?.(memberOf(context.person), kept.envoi);
  },
});
