import type { InboundContent } from '../../domain/message.ts';
import type { Talk } from '../conversation.ts';
import type { Turn } from '../turn.ts';
import type { TurnInput } from '../turn-input.ts';
import { atDesk } from './desk.ts';
import { silent } from './keep.ts';
import { type At, type Here, type PhoneTurn, seenBy } from './phone-turn.ts';

/**
 * A turn that ends with the question who it is; what it would have said otherwise is not said.
 * @param held what is heard once it is known who wrote it
 */
export async function askedWho(
  { deps, input, phone, talk, on }: Here,
  turn: Turn,
  held?: InboundContent,
): Promise<PhoneTurn> {
  const { turn: desk, session } = await atDesk(deps, { ...input, talk }, phone, seenBy(on, phone), null);
  const asking = { session, ...(held && held.kind !== 'unsupported' && { held }) };
  return {
    ...turn,
    ...{ person: input.person, ends: false, bubbles: desk.bubbles },
    talk: { ...turn.talk, ...standing(input, desk), phone: { ...on, asking } },
  };
}

/** Who is erased leaves the phone to the others; it is asked which of them has it. */
export async function left(at: At, turn: Turn): Promise<PhoneTurn> {
  const { input, phone } = at;
  for (const one of phone.parked) {
    const talk = await phone.open(one);
    if (talk?.phone === undefined) continue;
    const parked = phone.parked.filter(({ seat }) => seat !== one.seat);
    const next = {
      ...{ ...at, talk: { ...talk, route: input.route, requested: turn.talk.requested }, on: talk.phone },
      ...{ input: { ...input, person: one.person }, phone: { ...phone, seat: one.seat, parked } },
    };
    const asked = await askedWho(next, silent(next.talk));
    const goodbye = turn.bubbles.map(({ text, audio }) => ({ text, ...(audio && { audio }) }));
    return {
      ...asked,
      ...{ erase: true, effects: turn.effects, bubbles: [...goodbye, ...asked.bubbles] },
      seating: { person: one.person, seat: one.seat, seats: phone.seats, parked },
    };
  }
  return { ...turn, person: input.person, ends: true };
}

/** What of the phone itself the question changed: where replies go, and the key that stands on it. */
export const standing = ({ route }: TurnInput, { talk }: Turn): Pick<Talk, 'route' | 'requested'> => ({
  route,
  requested: talk.requested,
});
