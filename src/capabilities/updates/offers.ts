import type { Known } from '../../engine/compile-flows.ts';
import { TOLD } from './chat/told.ts';
import { SUBSCRIBE, UNSUBSCRIBE } from './subscriptions/subscription.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['updates.read', 'updates.notice', 'updates.subscribed'],
  effects: [SUBSCRIBE, UNSUBSCRIBE],
  shapes: {
    'updates.read': { takes: ['apres'], gives: [...TOLD, 'abonne', 'suite'] },
    'updates.notice': { takes: ['numero', 'version'], gives: [...TOLD, 'voulue'] },
    'updates.subscribed': { takes: [], gives: [] },
    [SUBSCRIBE]: { takes: [] },
    [UNSUBSCRIBE]: { takes: [] },
  },
} as const satisfies Known;
