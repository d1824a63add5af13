import type { Effects } from '../conversation/apply.ts';
import type { Conversation, Conversations, OrderedEffect } from '../conversation/conversation.ts';
import { readSeat } from '../conversation/phone/seat.ts';
import type { Reception } from '../conversation/receive.ts';
import { Fault } from '../domain/faults.ts';
import type { DeadLetters } from '../store/conversations/dead-letters.ts';
import type { OpenedLetter } from '../store/conversations/letter-shapes.ts';

/** Letters tried a tick: whoever writes now goes before them. */
const TRY_AT_ONCE = 50;

interface Around {
  letters: DeadLetters;
  reception: Pick<Reception, 'again'>;
  effects: Pick<Effects, 'again'>;
  conversations: Pick<Conversations, 'load'>;
  /** What became of one: ids and codes only. */
  report: (became: 'replayed' | 'still_fails', id: string) => void;
}

/**
 * Tries the dead letters once more that somebody asked for (T29): each takes the one way in, so it is handled once, in
 * its turn, also where two processes have it or a crash comes between. What still fails is kept, and asked for no longer.
 */
export async function replayAsked({ letters, report, ...around }: Around): Promise<void> {
  for (const letter of await letters.asked(TRY_AT_ONCE)) {
    const went = await replay(letter, around);
    await letters.settle(letter.id, went ? 'done' : 'stays');
    report(went ? 'replayed' : 'still_fails', letter.id);
  }
}

/** @throws Fault `unavailable`: the next tick tries again */
async function replay(
  letter: OpenedLetter,
  { reception, effects, conversations }: Omit<Around, 'letters' | 'report'>,
): Promise<boolean> {
  if (letter.kind === 'effect') {
    return effects.again(ofNow(letter.effect, await conversations.load(letter.conversation, true)));
  }
  try {
    await reception.again(letter.entry, letter.answered);
    return true;
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
    return false;
  }
}

/** Whoever ordered it may have become one with somebody since, and be known by their name (C6). */
function ofNow(effect: OrderedEffect, { person: own, shared }: Conversation): OrderedEffect {
  const { seat } = readSeat(effect.context.conversation);
  const parked = shared?.parked.find((one) => one.seat === seat);
  const person = seat === (shared?.seat ?? 0) ? own : (parked?.person ?? null);
  return person === null ? effect : { ...effect, context: { ...effect.context, person } };
}
