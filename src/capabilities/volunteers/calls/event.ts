import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { CountedEvent, EventsStore } from '../events/events-store.ts';
import { titleIn, whenOf } from '../events/words.ts';
import type { Places } from '../places/places.ts';
import type { Clock } from '../../../domain/clock.ts';

export interface EventCallDeps {
  events: EventsStore;
  places: Places;
  clock: Clock;
  zone: string;
}

const one = z.strictObject({ activite: z.string().min(1).max(64) });

/** What everybody may read of an event; a draft is nothing yet. */
export const eventCall = ({ events, zone }: EventCallDeps): CallKind => ({
  name: 'volunteers.event',
  kind: 'reads',
  params: one,
  async run(params, { lang }) {
    const event = await shown(events, params['activite']);
    if (event === null) return { found: false };
    return {
      found: true,
      titre: titleIn(event, lang),
      lieu: event.place,
      quand: whenOf(event.starts, zone),
    };
  },
});

/**
 * Where this person stands at an event, and where it is held: the exact place for the confirmed only (V10).
 * `state`: `open`, `closed`, `cancelled`, `past` or `unknown`; `standing`: `none`, `confirmed` or `waiting`.
 */
export const standingCall = ({ events, places, clock }: EventCallDeps): CallKind => ({
  name: 'volunteers.standing',
  kind: 'reads',
  params: one,
  async run(params, { person }) {
    const event = await shown(events, params['activite']);
    if (event === null)
      return { state: 'unknown', standing: 'none', position: 0, ticket: 0, left: 0, hasExact: false };
    const standing = await places.standing(event.id, person);
    return {
      state: event.state !== 'cancelled' && event.starts <= clock.now() ? 'past' : event.state,
      standing: standing?.state ?? 'none',
      position: standing?.position ?? 0,
      ticket: standing?.ticket ?? 0,
      left: Math.max(0, event.capacity - event.inLine),
      hasExact: event.exact !== null && standing?.state === 'confirmed',
    };
  },
});

export const exactCall = ({ events, places }: EventCallDeps): CallKind => ({
  name: 'volunteers.exact',
  kind: 'reads',
  params: one,
  async run(params, { person }) {
    const event = await shown(events, params['activite']);
    if (event?.exact == null || event.state === 'cancelled') return null;
    return (await places.standing(event.id, person))?.state === 'confirmed' ? event.exact : null;
  },
});

async function shown(events: EventsStore, id: unknown): Promise<CountedEvent | null> {
  const event = typeof id === 'string' ? await events.find(id) : null;
  return event === null || event.state === 'draft' ? null : event;
}
