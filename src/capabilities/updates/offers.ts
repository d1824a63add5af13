import type { Known } from '../../engine/compile-flows.ts';
import { TOLD } from './chat/told.ts';
import { WEEK } from './chat/digest-call.ts';
import { SAID } from './chat/subscription-calls.ts';
import { RATE } from './ratings/rating.ts';
import { WEEK_RECEIVED } from './send/week-received.ts';
import { CHOOSE, SUBSCRIBE, UNSUBSCRIBE } from './subscriptions/subscription.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['updates.read', 'updates.notice', 'updates.subscription', 'updates.wish', 'updates.digest'],
  effects: [SUBSCRIBE, UNSUBSCRIBE, CHOOSE, RATE, WEEK_RECEIVED],
  shapes: {
    'updates.read': { takes: ['apres'], gives: [...TOLD, 'abonne', 'suite'] },
    'updates.notice': { takes: ['numero', 'version'], gives: [...TOLD, 'voulue'] },
    'updates.subscription': { takes: [], gives: ['abonne', ...SAID] },
    'updates.wish': { takes: ['rythme', 'themes', 'region', 'choix', 'theme', 'ou'], gives: SAID },
    'updates.digest': { takes: ['semaine'], gives: WEEK },
    [SUBSCRIBE]: { takes: [] },
    [UNSUBSCRIBE]: { takes: [] },
    [CHOOSE]: { takes: ['rythme', 'themes', 'region'] },
    [WEEK_RECEIVED]: { takes: ['recues'] },
    [RATE]: { takes: ['numero', 'utile'] },
  },
} as const satisfies Known;
