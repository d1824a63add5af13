import type { CollectionRule } from '../../../store/collections.ts';
import { RECORD_DAYS } from '../log/collections.ts';

export const POSTS = 'update_posts';

/** Where each item stands on a public board, as long as it may still be corrected there. */
export const POST_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: POSTS,
    indexes: [{ name: 'state', key: { state: 1, tries: 1 } }],
    retention: {
      kind: 'days',
      days: RECORD_DAYS,
      since: 'day',
      reason: 'as long as the items they belong to: a correction goes to where it was posted',
    },
  },
];
