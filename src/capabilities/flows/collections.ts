import type { CollectionRule } from '../../store/collections.ts';

export const COUNTS = 'flow_counts';
export const COUNTED = 'flow_turns_counted';

/** Two years, as the answers of a survey: a wave and its repetition are compared. They are sums, of nobody in particular. */
const KEPT_DAYS = 730;
/** As long as a message is known to have been here: what a crash left is applied within minutes, or after a downtime. */
const ONCE_DAYS = 9;

/** Sums by flow, day, language and channel; and, for a while, which turns are in them. Neither names a person or a talk. */
export const FLOW_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: COUNTS,
    clustered: true,
    indexes: [{ name: 'by_flow', key: { flow: 1, day: 1 } }],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason: 'sums without persons, to compare a flow with its repetition',
    },
  },
  {
    name: COUNTED,
    clustered: true,
    indexes: [
      { name: 'by_day', key: { day: 1 } },
      { name: 'once', key: { turns: 1 }, unique: true, where: { turns: { $exists: true } } },
    ],
    retention: { kind: 'days', days: ONCE_DAYS, since: 'day', reason: 'so that no turn is counted twice' },
  },
];
