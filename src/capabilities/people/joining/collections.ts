import type { CollectionRule } from '../../../store/collections.ts';

export const CODES = 'join_codes';
export const TRIES = 'join_tries';

const GONE_AFTER = { kind: 'days', days: 1, since: 'until' } as const;

/** Nothing of a joining is kept here once it is done: who is one person stands in `people`. */
export const JOINING_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: CODES,
    clustered: true,
    indexes: [{ name: 'by_code', key: { code: 1 }, unique: true }],
    retention: { ...GONE_AFTER, reason: 'a code counts for ten minutes' },
  },
  {
    name: TRIES,
    clustered: true,
    indexes: [],
    retention: { ...GONE_AFTER, reason: 'tries are counted for an hour' },
  },
];
