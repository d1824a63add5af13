import type { CollectionRule } from '../../../../store/collections.ts';
import { RECORD_DAYS } from '../../log/collections.ts';

export const PRINTS = 'update_prints';

export const PRINT_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: PRINTS,
    indexes: [],
    retention: {
      kind: 'own',
      days: RECORD_DAYS,
      reason:
        'Numbers made of public words, one entry for each of the public log; it goes on where they end.',
      expire: async () => 0,
    },
  },
];
