import type { Clock } from '../../domain/clock.ts';
import { isRegional, type StaffSlots } from '../../web/staff/index.ts';
import { BROADCAST_WORDS } from './pages/texts.ts';
import type { BroadcastsStore } from './ports.ts';

/** What waits about broadcasts, within the organisation of whoever looks: to approve, and to look into (W1). */
export const broadcastNeeds = (store: Pick<BroadcastsStore, 'count'>, clock: Clock): StaffSlots => ({
  async needs({ person: { org, role, regions = [] }, frame: { lang } }) {
    const { needs } = BROADCAST_WORDS[lang];
    const asOf = clock.now();
    const of = { org, ...(isRegional(role) ? { regions } : {}) };
    const [submitted, stopped] = await Promise.all([
      store.count({ ...of, states: ['submitted'] }),
      store.count({ ...of, states: ['stopped'] }),
    ]);
    const list = '/staff/broadcasts?etat=';
    return [
      {
        ...{ key: 'broadcasts.stopped', count: stopped, words: needs.stopped(stopped), level: 'red', asOf },
        href: `${list}ended`,
      },
      {
        ...{ key: 'broadcasts.submitted', count: submitted, words: needs.submitted(submitted) },
        ...{ level: 'amber', asOf, href: `${list}submitted` },
      },
    ];
  },
});
