import { type Laid, mayBeWrittenTo, type Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import { isHeld } from '../held.ts';
import { WAKE } from '../wake.ts';
import { kept, silent, waitsFor } from './keep.ts';
import { type Here, type PhoneTurn, seenBy } from './phone-turn.ts';
import { seatId } from './seat.ts';

/** What the house begins for somebody whose talk waits. */
export async function forParked(
  { deps, input, phone, talk: reader }: Here,
  seat: number,
): Promise<PhoneTurn | 'gone'> {
  const one = phone.parked.find((parked) => parked.seat === seat);
  const talk = one === undefined ? null : await phone.open(one);
  if (one === undefined || talk?.phone === undefined || !isFor(talk, input.content)) return 'gone';
  const here = { ...talk, route: reader.route };
  const conversation = seatId(phone.id, seat);
  const { turn, tells } = await kept(
    deps,
    { ...input, talk: here, person: one.person, conversation, phone: seenBy(talk.phone, phone) },
    talk.phone,
  );
  const lies: Laid = {
    person: one.person,
    seat,
    sign: one.sign,
    talk: { ...turn.talk, promised: undefined },
  };
  return {
    ...silent(reader),
    ...{ person: input.person, ends: false, announces: true },
    effects: turn.effects.filter(({ kind }) => kind !== WAKE),
    bubbles: tells ? [{ text: waitsFor(deps.speaker, reader, one.sign) }] : [],
    seating: {
      ...{ person: input.person, seat: phone.seat, seats: phone.seats },
      parked: phone.parked.map((parked) => (parked === one ? lies : parked)),
    },
  };
}

/** A moment it waited for comes again when the talk is taken out; what staff and the house say needs leave to be said. */
function isFor(talk: Talk, content: EntryContent): boolean {
  if (content.kind === 'due') return false;
  if (content.kind === 'resume') return true;
  return mayBeWrittenTo(talk.profile) && (content.kind !== 'speak' || isHeld(talk.session));
}

/** The same for whoever had the phone last, while nobody knows who has it now. */
export async function unattended({ deps, input, phone, talk, on }: Here): Promise<PhoneTurn> {
  const { turn, tells } = await kept(deps, { ...input, talk, phone: seenBy(on, phone) }, on);
  const bubbles = tells ? [{ text: waitsFor(deps.speaker, talk, on.sign) }] : [];
  return { ...turn, bubbles, person: input.person, ends: false, announces: true };
}
