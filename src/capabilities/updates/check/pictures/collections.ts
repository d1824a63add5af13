import type { CollectionRule } from '../../../../store/collections.ts';

export const CARDS = 'update_cards';

/** As what is published: a card is asked about as long as its item is. */
const RECORD_DAYS = 3653;

export const CARD_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CARDS,
    indexes: [],
    retention: { kind: 'days', days: RECORD_DAYS, since: 'day', reason: 'as long as the items they are of' },
  },
];
