import { NEW_PROFILE } from '../../domain/person.ts';
import type { Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import { runTurn, type Turn } from '../turn.ts';
import type { TurnDeps, TurnInput } from '../turn-input.ts';
import { saidOfSign } from './keep.ts';
import { askedFor, DEEDS, NEWCOMER, type OnPhone, type Sign } from './on-phone.ts';
import { freeSigns, type Phone } from './phone.ts';
import { LAST_SEAT, seatId } from './seat.ts';

/** Who has the phone from now on, and how their talk goes on. */
export interface Taken {
  person: string;
  seat: number;
  turn: Turn;
}

export interface TakingOut {
  deps: TurnDeps;
  input: TurnInput;
  phone: Phone;
  /** Of whoever had the phone last. */
  last: { person: string; talk: Talk; on: OnPhone };
  answer: string;
  taken: OnPhone['taken'];
}

/**
 * Takes out the talk of whoever said who they are, and goes on with it. `undefined`: there is no such person here any more.
 */
export async function takenOut(at: TakingOut): Promise<Taken | undefined> {
  const { last, phone, answer } = at;
  if (answer === NEWCOMER) return welcomed(at);
  if (answer === last.on.sign) return resumed(at, { ...last, seat: phone.seat });
  const parked = phone.parked.find(({ sign }) => sign === answer);
  const talk = parked === undefined ? null : await phone.open(parked);
  return parked === undefined || talk === null ? undefined : resumed(at, { ...parked, talk });
}

/** What lies on the phone itself goes with whoever has it: where replies go, and the key that stands on it. */
async function resumed(
  at: TakingOut,
  { person, seat, talk }: { person: string; seat: number; talk: Talk },
): Promise<Taken> {
  const { input, last, phone, taken } = at;
  const on = talk.phone ?? last.on;
  const { kept = [] } = on;
  const { held } = last.on.asking ?? {};
  const own = { ...talk, route: input.route, requested: last.talk.requested, away: undefined };
  const words = kept.flatMap((one) => (one.kind === 'words' ? [{ text: one.text }] : []));
  const nothing = { kept: undefined, told: undefined, asking: undefined };
  const here = { ...own, phone: { ...on, ...nothing, wrote: input.now, taken } };
  const go = async (content: EntryContent): Promise<Turn> => {
    const turn = await runTurn(at.deps, {
      ...{ ...input, person, content, talk: here, conversation: seatId(phone.id, seat) },
      phone: { sign: here.phone.sign, others: othersOf(at, here.phone.sign) },
    });
    return { ...turn, bubbles: [...words, ...turn.bubbles] };
  };
  if (held === undefined) return { person, seat, turn: await go({ kind: 'returned', kept }) };
  const turn = await go({ kind: 'returned', kept, held });
  // They asked to change, and have changed by now.
  const again = askedFor(turn.events, DEEDS.who) !== undefined;
  return { person, seat, turn: again ? await go({ kind: 'returned', kept }) : turn };
}

/** Somebody new is told their sign, and chooses a language and decides for themselves. */
async function welcomed(at: TakingOut): Promise<Taken | undefined> {
  const { deps, input, last, phone, taken } = at;
  const [sign] = freeSigns(signsOf(at));
  if (sign === undefined || phone.seats >= LAST_SEAT) return undefined;
  const { person, seat } = await phone.admit();
  const turn = await runTurn(deps, {
    ...{ ...input, person, conversation: seatId(phone.id, seat) },
    content: { kind: 'intent', intent: 'menu' },
    talk: {
      ...{ session: null, profile: NEW_PROFILE, route: input.route, requested: last.talk.requested },
      phone: { sign, wrote: input.now, ...(taken && { taken }) },
    },
    phone: { sign, others: signsOf(at) },
  });
  const words = saidOfSign(deps.speaker, last.talk, 'phone.yours', sign);
  return { person, seat, turn: { ...turn, bubbles: [{ text: words }, ...turn.bubbles] } };
}

const signsOf = ({ last, phone }: TakingOut): Sign[] => [
  last.on.sign,
  ...phone.parked.map(({ sign }) => sign),
];

const othersOf = (at: TakingOut, sign: Sign): Sign[] => signsOf(at).filter((other) => other !== sign);
