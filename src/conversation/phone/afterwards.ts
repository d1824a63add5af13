import type { Turn } from '../turn.ts';
import { askedWho, left } from './asked-who.ts';
import { leavingAll, stoppedAll } from './leave.ts';
import { ALONE, type Deed, DEEDS } from './on-phone.ts';
import { type At, isOurs, type PhoneTurn } from './phone-turn.ts';

/** What a turn of whoever talks means for the phone: most mean nothing. */
export async function afterwards(at: At, turn: Turn): Promise<PhoneTurn> {
  const { deps, input, phone } = at;
  const { person, now } = input;
  const deed = deedIn(turn.events);
  const how = { speaker: deps.speaker, now };
  if (deed === DEEDS.eraseAll) {
    const leaving = leavingAll(phone, deps.effects, turn.talk, how);
    return { ...turn, person, ends: true, effects: [...turn.effects, ...leaving] };
  }
  if (turn.erase) return phone.parked.length === 0 ? { ...turn, person, ends: true } : left(at, turn);
  const { phone: on } = turn.talk;
  const wrote = on === undefined || isOurs(input.content) ? on : { ...on, wrote: now };
  const talk = wrote === undefined ? turn.talk : { ...turn.talk, phone: wrote };
  if (deed === DEEDS.who)
    return askedWho({ ...at, talk, on: wrote ?? { sign: ALONE.sign, wrote: now } }, { ...turn, talk });
  if (deed !== DEEDS.stopAll || phone.parked.length === 0) return { ...turn, talk, person, ends: false };
  const { parked, orders } = await stoppedAll(phone, deps.effects, how);
  const seating = { person, seat: phone.seat, seats: phone.seats, parked };
  return { ...turn, talk, person, ends: false, effects: [...turn.effects, ...orders], seating };
}

/** Of several the first in the order of {@link DEEDS}. */
function deedIn(events: Turn['events']): Deed | undefined {
  const asked = events.filter((event) => event.kind === 'asked_for');
  if (asked.length === 0) return undefined;
  return Object.values(DEEDS).find((deed) => asked.some(({ effect }) => effect === deed));
}
