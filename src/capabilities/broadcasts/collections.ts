import type { CollectionRule } from '../../store/collections.ts';

export const BROADCASTS = 'broadcasts';
/** How many recipients were written to on one person's word, a document a day and organisation. */
export const ALONE = 'broadcast_alone';

/** As the audit: who asks what was sent in the campaign's name asks within two years. */
const REPORT_DAYS = 730;
const ALONE_DAYS = 7;

export const BROADCAST_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: BROADCASTS,
    indexes: [
      { name: 'by_change', key: { org: 1, changedAt: -1, _id: 1 } },
      { name: 'by_state', key: { org: 1, state: 1, changedAt: -1, _id: 1 } },
      { name: 'by_sameness', key: { org: 1, sameness: 1, due: -1 } },
      { name: 'by_audience', key: { org: 1, from: 1, changedAt: -1 }, where: { from: { $exists: true } } },
      { name: 'waiting', key: { due: 1 }, where: { state: 'approved' } },
    ],
    retention: {
      kind: 'days',
      days: REPORT_DAYS,
      since: 'since',
      reason: 'what was sent to whom, and by whom',
    },
  },
  {
    name: ALONE,
    indexes: [],
    retention: {
      kind: 'days',
      days: ALONE_DAYS,
      since: 'day',
      reason: 'the two-person rule counts what one person sent within a day',
    },
  },
];
