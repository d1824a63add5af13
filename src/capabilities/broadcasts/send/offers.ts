import type { Known } from '../../../engine/compile-flows.ts';
import { TESTER, TRIAL, TRIAL_GIVES } from '../testers/names.ts';
import { MESSAGE, MESSAGE_GIVES } from './message-call.ts';

/** What the flows that say a broadcast or a test may lean on; apart from the rest, so that flows are checked without a database's driver. */
export const offers = {
  calls: [MESSAGE, TESTER, TRIAL],
  effects: [],
  shapes: {
    [MESSAGE]: { takes: ['envoi'], gives: MESSAGE_GIVES },
    [TESTER]: { takes: ['code'], gives: ['result'], claims: true },
    [TRIAL]: { takes: ['essai'], gives: TRIAL_GIVES },
  },
} as const satisfies Known;
