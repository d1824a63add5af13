import type { CollectionRule } from '../../store/collections.ts';

export const MEMBERS = 'audience_members';
export const SAVED = 'saved_audiences';

/** As broadcasts: who wrote to whom by which conditions is asked within two years. */
const SAVED_DAYS = 730;

export const AUDIENCE_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: MEMBERS,
    // In the order of a keyed hash, so that nobody reads who came after whom (T6); a send pages through it.
    clustered: true,
    indexes: [
      { name: 'writable', key: { writable: 1, _id: 1 }, where: { writable: true } },
      { name: 'writable_by_region', key: { writable: 1, region: 1, _id: 1 }, where: { writable: true } },
    ],
    retention: { kind: 'with_person', reason: 'as long as the person has not left' },
  },
  {
    name: SAVED,
    indexes: [{ name: 'by_name', key: { org: 1, name: 1, _id: 1 } }],
    retention: {
      kind: 'days',
      days: SAVED_DAYS,
      since: 'changedOn',
      reason: 'conditions, no people; what nobody has changed for two years',
    },
  },
];
