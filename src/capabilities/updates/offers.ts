import type { Known } from '../../engine/compile-flows.ts';
import { SHOWN } from './chat/picture-call.ts';
import { TOLD } from './chat/told.ts';
import { PASSED_ON } from './check/asked-call.ts';
import { CAME } from './came/came.ts';
import { CHECKED } from './check/told.ts';
import { FATE_CALLS, WITHDRAWN } from './chat/fate-calls.ts';
import { WEEK } from './chat/digest-call.ts';
import { SAID } from './chat/subscription-calls.ts';
import { RATE } from './ratings/rating.ts';
import { HEARD_WITHDRAWN, RECEIVED } from './receipts/ports.ts';
import { WEEK_RECEIVED } from './send/week-received.ts';
import { CHOOSE, SUBSCRIBE, UNSUBSCRIBE } from './subscriptions/subscription.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: [
    'updates.read',
    'updates.shared',
    'updates.notice',
    'updates.subscription',
    'updates.wish',
    'updates.digest',
    'updates.check',
    'updates.asked',
    'updates.picture',
    ...FATE_CALLS,
  ],
  effects: [SUBSCRIBE, UNSUBSCRIBE, CHOOSE, RATE, CAME, RECEIVED, HEARD_WITHDRAWN, WEEK_RECEIVED],
  shapes: {
    'updates.read': { takes: ['apres'], gives: [...TOLD, 'abonne', 'suite'] },
    'updates.shared': { takes: ['numero'], gives: [...TOLD, 'abonne', 'suite'] },
    'updates.notice': { takes: ['numero', 'version'], gives: [...TOLD, 'voulue'] },
    'updates.subscription': { takes: [], gives: ['abonne', ...SAID] },
    'updates.wish': { takes: ['rythme', 'themes', 'region', 'choix', 'theme', 'ou'], gives: SAID },
    'updates.check': { takes: [], gives: CHECKED },
    'updates.asked': { takes: ['oublier'], gives: PASSED_ON },
    'updates.picture': { takes: ['numero'], gives: SHOWN },
    'updates.digest': { takes: ['semaine'], gives: WEEK },
    'updates.correction': { takes: ['numero', 'version'], gives: [...TOLD, 'voulue'] },
    'updates.withdrawal': { takes: ['numero', 'version'], gives: [...WITHDRAWN, 'voulue'] },
    [RECEIVED]: { takes: ['numero', 'version'] },
    [HEARD_WITHDRAWN]: { takes: ['numero', 'version'] },
    [SUBSCRIBE]: { takes: [] },
    [UNSUBSCRIBE]: { takes: [] },
    [CHOOSE]: { takes: ['rythme', 'themes', 'region'] },
    [WEEK_RECEIVED]: { takes: ['recues'] },
    [CAME]: { takes: ['numero'] },
    [RATE]: { takes: ['numero', 'utile'] },
  },
} as const satisfies Known;
