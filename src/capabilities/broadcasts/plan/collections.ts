import type { CollectionRule } from '../../../store/collections.ts';

export const RECIPIENTS = 'broadcast_recipients';
export const RUNS = 'broadcast_runs';
export const RECEIVED = 'broadcast_received';

/** As the audit: who asks what became of a message asks within two years. */
export const REPORT_DAYS = 730;
/** The measure is a week; a day more, as days are compared. */
const RECEIVED_DAYS = 8;

/**
 * @param expire deletes the recipients of broadcasts that began before a day: a range each. An index by day would double
 * the time it takes to plan a million.
 */
export const sendingCollections = (expire: (now: number) => Promise<number>): readonly CollectionRule[] => [
  {
    name: RECIPIENTS,
    // In the order of keyed hashes, a range a broadcast: nobody reads who was told after whom, and sending pages through it.
    clustered: true,
    indexes: [
      // Empty while a broadcast is planned, and small while it is sent.
      { name: 'live', key: { live: 1 }, where: { live: { $exists: true } } },
      { name: 'talk', key: { talk: 1 }, where: { talk: { $exists: true } } },
    ],
    retention: { kind: 'own', days: REPORT_DAYS, reason: 'what became of each message', expire },
  },
  {
    name: RUNS,
    indexes: [],
    retention: { kind: 'days', days: REPORT_DAYS + 1, since: 'day', reason: 'how far a broadcast has come' },
  },
  {
    name: RECEIVED,
    clustered: true,
    indexes: [{ name: 'day', key: { day: 1 } }],
    retention: {
      kind: 'days',
      days: RECEIVED_DAYS,
      since: 'day',
      reason: 'nobody is written to more often than agreed within a week',
    },
  },
];
