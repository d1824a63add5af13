import type { Known } from '../../../engine/compile-flows.ts';
import { MESSAGE, MESSAGE_GIVES } from './message-call.ts';

/** What the flow that says a broadcast may lean on; apart from the rest, so that flows are checked without a database's driver. */
export const offers = {
  calls: [MESSAGE],
  effects: [],
  shapes: { [MESSAGE]: { takes: ['envoi'], gives: MESSAGE_GIVES } },
} as const satisfies Known;
