import type { Effects } from '../conversation/apply.ts';
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
  /** What became of one: ids and codes only. */
  report: (became: 'replayed' | 'still_fails', id: string) => void;
}

/**
 * Tries the dead letters once more that somebody asked for (T29): each takes the one way in, so it is handled once, in
 * its turn, also where two processes have it or a crash comes between. What still fails is kept, and asked for no longer.
 */
export async function replayAsked({ letters, reception, effects, report }: Around): Promise<void> {
  for (const letter of await letters.asked(TRY_AT_ONCE)) {
    const went = await replay(letter, reception, effects);
    await letters.settle(letter.id, went ? 'done' : 'stays');
    report(went ? 'replayed' : 'still_fails', letter.id);
  }
}

/** @throws Fault `unavailable`: the next tick tries again */
async function replay(
  letter: OpenedLetter,
  reception: Around['reception'],
  effects: Around['effects'],
): Promise<boolean> {
  if (letter.kind === 'effect') return effects.again(letter.effect);
  try {
    await reception.again(letter.entry, letter.answered);
    return true;
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'unavailable') throw cause;
    return false;
  }
}
