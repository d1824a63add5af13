import { z } from 'zod';
import type { EffectItem, EffectKind } from '../../src/conversation/ports.ts';
import type { Script } from '../../src/conversation/script.ts';
import { answersFrom, answerTo, NO_ANSWERS } from '../../src/engine/answers.ts';
import { WHO_FLOW } from '../../src/conversation/phone/desk.ts';
import { DEEDS } from '../../src/conversation/phone/on-phone.ts';
import type { Profile } from '../../src/domain/person.ts';
import type { Advanced, EngineEvent, Session, TextKey, Value } from '../../src/engine/types.ts';

const FRAME = { sid: 's', flow: 'count', hash: 'h', step: 'more', tries: 0, answers: NO_ANSWERS, vars: {} };

/**
 * The smallest talk that shows every turn it has been through: the numbers said so far stand in the session, each turn
 * orders one effect with its number, and says it back.
 */
export const countingScript: Script = {
  firstContact: { id: 'count', beforeConsent: true, interrupts: false },
  forIntent: () => undefined,
  forPrompt: (flow) =>
    flow === REMINDER ? { id: REMINDER, beforeConsent: true, interrupts: true } : undefined,
  forKeyword: () => undefined,
  advance(session, profile, input) {
    // Asked again after a reminder: nothing moves.
    if (input.kind === 'again') return { session, profile, events: [], walk: [], waits: { kind: 'reply' } };
    if (input.kind === 'start' && input.flow === REMINDER)
      return { session, profile, events: saidAndNoted(REMINDER), walk: [], waits: { kind: 'nothing' } };
    const said = input.kind === 'reply' && input.reply.kind === 'text' ? input.reply.text : '';
    if (input.kind === 'start' && input.flow === WHO_FLOW)
      return { ...asking(profile), events: [{ kind: 'said', text: WHO, params: {} }] };
    if (session?.frames[0]?.flow === WHO_FLOW)
      return { ...asking(profile), session: null, events: [wants(DEEDS.change, { qui: said })] };
    if (said === CHANGE)
      return { session, profile, events: [wants(DEEDS.who)], walk: [], waits: { kind: 'reply' } };
    const before = heard(session);
    const answers = answersFrom([['heard', [...before, said].filter(Boolean).join(' ')]]);
    const frame = { ...FRAME, answers };
    return {
      session: { v: 2, frames: [frame] },
      profile: { ...profile, consents: { base: 1 } },
      events: saidAndNoted(said),
      walk: [],
      waits: { kind: 'reply' },
    };
  },
};

/** What somebody says who gives the phone to another. */
export const CHANGE = 'change';
/** What the phone says then. */
export const WHO: TextKey = { flow: 'count', key: 'who?' };

const wants = (effect: string, params: Record<string, Value> = {}): EngineEvent => ({
  ...{ kind: 'asked_for', effect, params },
});

/** The phone asks who it is; the next word is the answer. */
const asking = (profile: Profile): Advanced => ({
  session: { v: 2, frames: [{ ...FRAME, flow: WHO_FLOW }] },
  ...{ profile, events: [], walk: [], waits: { kind: 'reply' } },
});

/** What the house says by itself. */
export const REMINDER = 'remind';

const saidAndNoted = (said: string): EngineEvent[] => [
  { kind: 'said', text: { flow: 'count', key: said }, params: {} },
  { kind: 'asked_for', effect: 'test.note', params: { said } },
];

/** The numbers a session has been through, in order. */
export function heard(session: Session | null): string[] {
  const text = answerTo(session?.frames[0]?.answers ?? NO_ANSWERS, 'heard');
  return typeof text === 'string' && text !== '' ? text.split(' ') : [];
}

const params = z.object({ said: z.string() });
export type Note = z.infer<typeof params>;

/** An effect that shows how often it was applied. */
export const noteEffect = (
  apply: (batch: readonly EffectItem<Note>[]) => Promise<void>,
): EffectKind<Note> => ({
  name: 'test.note',
  params,
  from: (event) =>
    event.kind === 'asked_for' && event.effect === 'test.note' ? [params.parse(event.params)] : [],
  apply,
});
