import type { CollectionRule } from '../../store/collections.ts';

export const READINESS = 'readiness';

export const READINESS_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: READINESS,
    indexes: [],
    retention: {
      kind: 'days',
      days: 730,
      since: 'day',
      reason: 'who said that a campaign is ready, as long as the audit says it',
    },
  },
];
