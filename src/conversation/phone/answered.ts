import type { InboundContent } from '../../domain/message.ts';
import { langOf } from '../conversation.ts';
import type { TurnDeps } from '../turn-input.ts';
import { afterwards } from './afterwards.ts';
import { askedWho, standing } from './asked-who.ts';
import { atDesk } from './desk.ts';
import { silent } from './keep.ts';
import { contextAt, laid, orderedBy, STOPPED, stoppedAll } from './leave.ts';
import { type Here, type PhoneTurn, seenBy } from './phone-turn.ts';
import { takenOut } from './take-out.ts';

/** What came while it is asked who it is: an answer, "stop", or nothing that is understood. */
export async function answered(here: Here, content: InboundContent): Promise<PhoneTurn> {
  const { deps, input, phone, talk, on } = here;
  const { asking = { session: null } } = on;
  if (isStop(deps, content)) return phoneStopped(here);
  const desk = await atDesk(deps, { ...input, talk }, phone, seenBy(on, phone), asking.session);
  if (desk.answer === undefined) {
    const again = { ...on, asking: { ...asking, session: desk.session } };
    return {
      ...silent({ ...talk, ...standing(input, desk.turn), phone: again }),
      ...{ person: input.person, ends: false, bubbles: desk.turn.bubbles },
    };
  }
  const open = asking.session?.frames.at(-1);
  const taken = open && { sid: open.sid, step: open.step, at: input.now };
  const out = await takenOut({
    ...{ deps, input, phone, answer: desk.answer, taken },
    last: { person: input.person, talk, on },
  });
  if (out === undefined) return askedWho(here, silent(talk), asking.held);
  if (out.seat === phone.seat) return afterwards(here, out.turn);
  const leaver = { person: input.person, seat: phone.seat, talk };
  const { laid: lies, orders } = laid(
    leaver,
    contextAt(phone, leaver, { speaker: deps.speaker, now: input.now }),
  );
  const others = phone.parked.filter(({ seat }) => seat !== out.seat);
  return {
    ...out.turn,
    ...{ person: out.person, ends: false, effects: [...orders, ...out.turn.effects] },
    seating: { ...out, seats: Math.max(phone.seats, out.seat), parked: [...others, ...lies] },
  };
}

/** "Stop" where it is not known who says it: to all. */
async function phoneStopped({ deps, input, phone, talk, on }: Here): Promise<PhoneTurn> {
  const { speaker, effects: kinds } = deps;
  const { person, now, route } = input;
  const how = { speaker, now };
  const { parked, orders } = await stoppedAll(phone, kinds, how);
  const own = orderedBy(kinds, STOPPED, contextAt(phone, { person, seat: phone.seat, talk }, how));
  const text = speaker.say(langOf(talk.profile, speaker.fallback), { flow: 'bot', key: 'phone.stopped' });
  return {
    ...silent({ ...talk, route, profile: { ...talk.profile, stopped: true }, phone: on }),
    ...{ person, ends: false, bubbles: [{ text }], effects: [...own, ...orders] },
    seating: { person, seat: phone.seat, seats: phone.seats, parked },
  };
}

const isStop = ({ intents }: TurnDeps, content: InboundContent): boolean => {
  if (content.kind === 'intent') return content.intent === 'stop';
  if (content.kind !== 'text') return false;
  const read = intents.intent(content.text);
  return read.kind === 'one' && read.intent === 'stop';
};
