import type { CollectionRule } from '../../../../store/collections.ts';

export const PRINTS = 'update_prints';

/** As the log it is made of. */
const RECORD_DAYS = 3653;

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
