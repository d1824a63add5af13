import type { CollectionRule } from '../../store/collections.ts';

export const ERASURES = 'erasures';

/** Longer than any backup is kept: a restored one is told from it who must be erased again (T4). */
const LEDGER_DAYS = 730;

export const SETTINGS_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: ERASURES,
    indexes: [{ name: 'by_day', key: { day: -1, how: 1 } }],
    retention: {
      kind: 'days',
      days: LEDGER_DAYS,
      since: 'day',
      reason: 'random ids of the erased, so that a restored backup can be told; longer than a backup is kept',
    },
  },
];
