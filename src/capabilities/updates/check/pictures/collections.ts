import type { CollectionRule } from '../../../../store/collections.ts';
import { RECORD_DAYS } from '../../log/collections.ts';

export const CARDS = 'update_cards';

export const CARD_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CARDS,
    indexes: [],
    retention: { kind: 'days', days: RECORD_DAYS, since: 'day', reason: 'as long as the items they are of' },
  },
];
