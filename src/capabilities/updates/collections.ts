import type { CollectionRule } from '../../store/collections.ts';
import { RATING_COLLECTIONS } from './ratings/collections.ts';
import { LOG_COLLECTIONS } from './log/collections.ts';

export const UPDATES = 'updates';
export const SUBSCRIPTIONS = 'update_subscriptions';
export const SENDS = 'update_sends';

/** Ten years: what was published under a trusted name must stay answerable longer than a campaign lasts. */
const RECORD_DAYS = 3653;
/** As the audit: who asks what became of a message asks within two years. */
const REPORT_DAYS = 730;

export const UPDATE_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: UPDATES,
    indexes: [
      {
        name: 'by_number',
        key: { 'number.year': -1, 'number.n': -1 },
        unique: true,
        where: { numbered: true },
      },
      { name: 'by_publication', key: { 'publication.at': -1, _id: -1 }, where: { state: 'published' } },
      { name: 'by_change', key: { org: 1, changedAt: -1, _id: 1 } },
      { name: 'by_state', key: { org: 1, state: 1, changedAt: -1, _id: 1 } },
    ],
    retention: { kind: 'days', days: RECORD_DAYS, since: 'since', reason: 'the public record of a campaign' },
  },
  {
    name: SUBSCRIPTIONS,
    // In the order of a keyed hash, so that nobody reads who subscribed after whom; a send pages through it.
    clustered: true,
    indexes: [
      { name: 'active', key: { active: 1, _id: 1 }, where: { active: true } },
      { name: 'by_rhythm', key: { rhythm: 1, _id: 1 }, where: { active: true } },
      { name: 'by_region', key: { rhythm: 1, region: 1, _id: 1 }, where: { active: true } },
    ],
    retention: { kind: 'with_person', reason: 'as long as the person wants the news' },
  },
  {
    name: SENDS,
    indexes: [],
    retention: { kind: 'days', days: REPORT_DAYS, since: 'day', reason: 'what became of a publication' },
  },
  ...LOG_COLLECTIONS,
  ...RATING_COLLECTIONS,
];
