import { NEW_PROFILE } from '../../domain/person.ts';
import type { Session } from '../../engine/types.ts';
import type { Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import type { FlowEntry } from '../script.ts';
import { runTurn, type Turn } from '../turn.ts';
import type { TurnDeps, TurnInput } from '../turn-input.ts';
import { askedFor, DEEDS, type PhoneSeen } from './on-phone.ts';
import type { Phone } from './phone.ts';

/** The flow that asks who it is. It runs for the phone and for nobody on it. */
export const WHO_FLOW = 'qui';

export interface AtDesk {
  turn: Turn;
  session: Session | null;
  /** Whom they said they are: a sign, or `nouveau`. */
  answer?: string;
}

/**
 * The question who it is, begun (`null`) or answered. It is a talk of the phone's own: its buttons are bound to the phone,
 * no word but an answer is understood, and nothing of it is counted or kept.
 */
export async function atDesk(
  deps: TurnDeps,
  { talk, route, inbound, now, nonce, content }: TurnInput & { talk: Talk },
  phone: Phone,
  seen: PhoneSeen,
  session: Session | null,
): Promise<AtDesk> {
  const { lang } = talk.profile;
  const turn = await runTurn(
    { ...deps, script: deskScript(deps), intents: NO_WORDS, writing: undefined, effects: [] },
    {
      ...{ conversation: phone.id, person: phone.id, route, inbound, now, nonce, phone: seen },
      content: session === null ? BEGIN : onlyAnswers(content),
      talk: {
        ...{ session, route, profile: { ...NEW_PROFILE, ...(lang !== undefined && { lang }) } },
        ...(talk.requested && { requested: talk.requested }),
      },
    },
  );
  const answer = askedFor(turn.events, DEEDS.change)?.['qui'];
  return { turn, session: turn.talk.session, ...(typeof answer === 'string' && { answer }) };
}

const BEGIN: EntryContent = { kind: 'intent', intent: 'menu' };
const NO_WORDS: TurnDeps['intents'] = { intent: () => ({ kind: 'none' }) };
const WHO: FlowEntry = { id: WHO_FLOW, beforeConsent: true, interrupts: true };

/** Every word of command, and every link, is the question once more. */
const deskScript = ({ script }: TurnDeps): TurnDeps['script'] => ({
  firstContact: WHO,
  advance: (...given) => script.advance(...given),
  ready: (session) => script.ready?.(session),
  forIntent: () => WHO,
  forKeyword: () => undefined,
  forPrompt: () => undefined,
});

const onlyAnswers = (content: EntryContent): EntryContent =>
  content.kind === 'intent' || content.kind === 'arrival' ? BEGIN : content;
