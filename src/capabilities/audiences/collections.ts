import type { CollectionRule } from '../../store/collections.ts';

export const MEMBERS = 'audience_members';

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
];
