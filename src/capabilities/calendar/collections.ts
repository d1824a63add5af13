import type { CollectionRule } from '../../store/collections.ts';

export const CONFIRMED_DAYS = 'calendar_days';

/** No person is in it. */
export const CALENDAR_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CONFIRMED_DAYS,
    indexes: [],
    retention: {
      kind: 'days',
      days: 730,
      since: 'day',
      reason: 'As long as the audit that tells who confirmed it (T22).',
    },
  },
];
