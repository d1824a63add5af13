import type { CollectionRule } from '../../store/collections.ts';

export const RECORDS = 'audit';
export const ANCHORS = 'audit_anchors';

/** 24 months (T5). */
export const KEPT_DAYS = 730;

/** @param expire takes the oldest records away without breaking the chain; how many went */
export const auditCollections = (expire: (now: number) => Promise<number>): readonly CollectionRule[] => [
  {
    name: RECORDS,
    indexes: [
      // A record whose acknowledgement was lost is not written twice.
      { name: 'once', key: { key: 1 }, unique: true },
      { name: 'by_org', key: { 'actor.org': 1, _id: -1 } },
      { name: 'by_actor', key: { 'actor.org': 1, 'actor.id': 1, _id: -1 } },
    ],
    retention: {
      kind: 'own',
      days: KEPT_DAYS,
      reason: 'Only a whole beginning may go, and a checkpoint takes its place.',
      expire,
    },
  },
  {
    name: ANCHORS,
    indexes: [],
    retention: {
      kind: 'own',
      days: KEPT_DAYS,
      reason: 'Two documents without a person in them, moved forward in place.',
      expire: async () => 0,
    },
  },
];
