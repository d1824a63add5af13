import { z } from 'zod';
import type { EffectItem, EffectKind } from '../../src/conversation/ports.ts';
import type { Script } from '../../src/conversation/script.ts';
import { answersFrom, answerTo, NO_ANSWERS } from '../../src/engine/answers.ts';
import type { EngineEvent, Session } from '../../src/engine/types.ts';

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
    const before = heard(session);
    const frame = {
      sid: 's',
      flow: 'count',
      hash: 'h',
      step: 'more',
      tries: 0,
      answers: answersFrom([['heard', [...before, said].filter(Boolean).join(' ')]]),
      vars: {},
    };
    return {
      session: { v: 2, frames: [frame] },
      profile: { ...profile, consents: { base: 1 } },
      events: saidAndNoted(said),
      walk: [],
      waits: { kind: 'reply' },
    };
  },
};

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
