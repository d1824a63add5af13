import type { CollectionRule } from '../../../store/collections.ts';

export const RATINGS = 'update_ratings';

/** As what became of a publication: whoever asks how it was taken asks within two years. */
const KEPT_DAYS = 730;

/** Whether items were useful. Ids are keyed hashes of person and item: nobody's two ratings can be told to be theirs (T6). */
export const RATING_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: RATINGS,
    clustered: true,
    // Counts an item without touching the documents, and names the items that have any.
    indexes: [{ name: 'by_item', key: { item: 1, useful: 1, lang: 1, region: 1 } }],
    retention: { kind: 'days', days: KEPT_DAYS, since: 'day', reason: 'how a publication was taken' },
  },
];
