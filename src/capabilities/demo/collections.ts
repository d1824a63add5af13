import type { CollectionRule } from '../../store/collections.ts';

export const DEMO = 'demo';

export const DEMO_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: DEMO,
    indexes: [],
    retention: {
      kind: 'days',
      days: 365,
      since: 'began',
      reason:
        'one document that says which demonstration is loaded; it goes when the demonstration is cleared',
    },
  },
];
