import type { Lane } from '../domain/message.ts';
import type { Turnstile } from './turnstile.ts';

/** What a call came to, as far as the pace is concerned. */
type Ended = { kind: string } | { kind: 'retry'; afterMs: number; forAll?: true };

/**
 * One call that is no message of a talk, at its turn: it counts against the pace of the account as any message does, and
 * a pause the platform asks for holds everybody. `undefined`: nothing more is to go.
 */
export async function inTurn<Outcome extends Ended>(
  pacing: Turnstile,
  lane: Lane,
  to: string,
  call: () => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const turn = pacing.leave(lane, to);
  if (turn !== undefined && !(await turn)) return undefined;
  try {
    const outcome = await call();
    if ('afterMs' in outcome && outcome.forAll === true) pacing.hold(outcome.afterMs);
    return outcome;
  } finally {
    pacing.back(lane);
  }
}
