import { dayOf } from '../../domain/clock.ts';
import type { EngineEvent } from '../../engine/types.ts';
import { type Laid, langOf, type Talk } from '../conversation.ts';
import type { EffectContext, EffectKind, Speaker } from '../ports.ts';
import { WAKE } from '../wake.ts';
import type { Parked } from './on-phone.ts';
import type { Phone } from './phone.ts';
import { seatId } from './seat.ts';

export interface Ordered {
  kind: string;
  context: EffectContext;
  params: unknown;
}

/** Whoever is spoken of when effects are ordered for somebody who does not talk. */
interface Somebody {
  person: string;
  seat: number;
  talk: Pick<Talk, 'route' | 'profile' | 'joined'>;
}

/** What a turn does for somebody on its phone. */
export const contextAt = (
  { id }: Pick<Phone, 'id'>,
  { person, seat, talk }: Somebody,
  { speaker, now }: { speaker: Speaker; now: number },
): EffectContext => ({
  ...{ person, conversation: seatId(id, seat) },
  ...talk.route,
  lang: langOf(talk.profile, speaker.fallback),
  day: dayOf(now),
  ...(talk.joined && { joined: true as const }),
});

/** What an event of theirs asks of the capabilities. */
export const orderedBy = (
  kinds: readonly EffectKind[],
  event: EngineEvent,
  context: EffectContext,
): Ordered[] =>
  kinds.flatMap((kind) => kind.from(event).map((params) => ({ kind: kind.name, context, params })));

/** A talk that waits is not woken: it is promised anew when it is taken out. */
export function laid(
  { person, seat, talk }: Somebody & { talk: Talk },
  context: EffectContext,
): { laid: Laid[]; orders: Ordered[] } {
  const { phone: on } = talk;
  if (on === undefined) return { laid: [], orders: [] };
  const waits = { ...talk, promised: undefined, phone: { ...on, asking: undefined, taken: undefined } };
  const orders = talk.promised === undefined ? [] : [{ kind: WAKE, context, params: { due: null } }];
  return { laid: [{ person, seat, sign: on.sign, talk: waits }], orders };
}

/** As if they had said so themselves. */
export const STOPPED: EngineEvent = { kind: 'profile_changed', path: 'stopped', value: true };

/**
 * "Stop" for the whole phone: it holds in each talk here. Whoever has other accounts too said nothing on those, so it holds
 * here alone for them.
 */
export async function stoppedAll(
  phone: Phone,
  kinds: readonly EffectKind[],
  how: { speaker: Speaker; now: number },
): Promise<{ parked: (Parked | Laid)[]; orders: Ordered[] }> {
  const parked: (Parked | Laid)[] = [];
  const orders: Ordered[] = [];
  for (const one of phone.parked) {
    const talk = await phone.open(one);
    if (talk === null) {
      parked.push(one);
      continue;
    }
    const stopped = { ...talk, profile: { ...talk.profile, stopped: true } };
    const { person, seat, sign } = one;
    parked.push({ person, seat, sign, talk: stopped });
    if (!talk.joined) orders.push(...orderedBy(kinds, STOPPED, contextAt(phone, { ...one, talk }, how)));
  }
  return { parked, orders };
}

/** Somebody else erases the phone they are on. No flow asks for it. */
export const LEAVE = 'conversation.leave';

const LEFT: EngineEvent = { kind: 'asked_for', effect: LEAVE, params: {} };

/** Everything of the others goes too, but for what somebody has with accounts elsewhere. */
export const leavingAll = (
  phone: Phone,
  kinds: readonly EffectKind[],
  talk: Talk,
  how: { speaker: Speaker; now: number },
): Ordered[] =>
  phone.parked.flatMap(({ person, seat }) =>
    orderedBy(kinds, LEFT, contextAt(phone, { person, seat, talk: { ...talk, joined: undefined } }, how)),
  );
