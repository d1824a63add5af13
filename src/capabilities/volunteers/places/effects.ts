import { z } from 'zod';
import type { EffectContext, EffectKind } from '../../../conversation/ports.ts';
import { Fault } from '../../../domain/faults.ts';
import type { EngineEvent } from '../../../engine/types.ts';
import type { Places } from './places.ts';

const ticket = z.strictObject({ activite: z.string().min(1).max(64), ticket: z.number().int().positive() });
type TicketParams = z.infer<typeof ticket>;

/** The turn that claimed a place is committed: the place stays. */
export const keepEffect = (places: Places): EffectKind<TicketParams> => ({
  name: 'volunteers.keep',
  params: ticket,
  from: (event) => askedFor(event, 'volunteers.keep', ticket),
  async apply(batch) {
    const byEvent = new Map<string, { person: string; conversation: string; ticket: number }[]>();
    for (const { context, params } of batch)
      byEvent.set(params.activite, [
        ...(byEvent.get(params.activite) ?? []),
        { ...reachOf(context), ticket: params.ticket },
      ]);
    for (const [event, kept] of byEvent) await places.keep(event, kept);
  },
});

/** A place is given back. The ticket is named, so that a repetition never takes a place claimed since. */
export const releaseEffect = (places: Places): EffectKind<TicketParams> => ({
  name: 'volunteers.release',
  params: ticket,
  from: (event) => askedFor(event, 'volunteers.release', ticket),
  async apply(batch) {
    for (const { context, params } of batch)
      await places.release(reachOf(context), { event: params.activite, ticket: params.ticket }, 'own');
  },
});

/**
 * What a step `do:` gave. A flow that gives what cannot be done must not go on to say that it was.
 * @throws Fault `bad_effect`
 */
export function askedFor<P>(event: EngineEvent, effect: string, params: z.ZodType<P>): P[] {
  if (event.kind !== 'asked_for' || event.effect !== effect) return [];
  const read = params.safeParse(event.params);
  if (read.success) return [read.data];
  throw new Fault('bug', 'bad_effect', `A flow asks for ${effect} with parameters that do not fit.`);
}

const reachOf = ({ person, conversation }: EffectContext): { person: string; conversation: string } => ({
  person,
  conversation,
});
