import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Need, StaffSlots } from '../../web/staff/index.ts';
import type { OpenLog } from './log/open-log.ts';
import { logNeeds } from './log/pages/needs.ts';
import { UPDATE_NEEDS } from './needs-words.ts';
import { STALE } from './pages/list-page.tsx';
import { postNeeds, type PostNeedsDeps } from './posts/post-needs.ts';

/**
 * What waits about items of news, within the organisation of whoever looks: to verify, to publish, to review (W1), to
 * look after on a public board (B10); and for everybody a log of publications that is not whole.
 */
export const updateNeeds = ({
  store,
  posts,
  clock,
  log,
}: PostNeedsDeps & {
  clock: Clock;
  log: Pick<OpenLog, 'checked'>;
}): StaffSlots => ({
  async needs({ person: { org }, frame: { lang } }) {
    const words = UPDATE_NEEDS[lang];
    const asOf = clock.now();
    const [onBoard, submitted, verified, stale] = await Promise.all([
      postNeeds({ posts, store }, { org, lang, asOf }),
      store.count({ org, state: 'submitted' }),
      store.count({ org, state: 'verified' }),
      store.count({ org, staleBefore: dayOf(asOf) }),
    ]);
    const need = (what: string, count: number, of: string, list: string, level: Need['level']): Need => ({
      ...{ key: `updates.${what}`, count, words: of, level, asOf },
      href: `/staff/updates?etat=${list}`,
    });
    return [
      ...logNeeds(log, lang),
      ...onBoard,
      need('submitted', submitted, words.submitted(submitted), 'submitted', 'amber'),
      need('stale', stale, words.stale(stale), STALE, 'amber'),
      need('verified', verified, words.verified(verified), 'verified', 'calm'),
    ];
  },
});
