import type { CollectionRule } from '../../store/collections.ts';

export const TRAFFIC = 'traffic';
export const STANDING = 'channel_standing';

/** A year and a month: this season beside the last one. */
const KEPT_DAYS = 400;
/** Long enough to see since when a channel is silent. */
const STANDING_DAYS = 35;

/** Sums by day and channel, and when a channel was last heard of. Nothing in them is of a person. */
export const OVERVIEW_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: TRAFFIC,
    indexes: [{ name: 'by_day', key: { day: 1, channel: 1 } }],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason: 'sums without persons, to compare a season with the one before',
    },
  },
  {
    name: STANDING,
    indexes: [],
    retention: {
      kind: 'days',
      days: STANDING_DAYS,
      since: 'day',
      reason: 'when a channel was last heard of; older than a month it helps nobody',
    },
  },
];
