import type { CollectionRule } from '../../store/collections.ts';
import { CAME_COLLECTIONS } from './came/collections.ts';
import { CARD_COLLECTIONS } from './check/pictures/collections.ts';
import { PRINT_COLLECTIONS } from './check/prints/collections.ts';
import { LOG_COLLECTIONS, RECORD_DAYS } from './log/collections.ts';
import { POST_COLLECTIONS } from './posts/collections.ts';
import { RATING_COLLECTIONS } from './ratings/collections.ts';

export const UPDATES = 'updates';
export const SUBSCRIPTIONS = 'update_subscriptions';
export const SENDS = 'update_sends';
export const RECEIPTS = 'update_receipts';
export const PICTURES = 'update_pictures';

/** As the audit: who asks what became of a message asks within two years. */
const REPORT_DAYS = 730;

export const UPDATE_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: UPDATES,
    indexes: [
      {
        name: 'by_number',
        key: { 'number.year': -1, 'number.n': -1 },
        unique: true,
        where: { numbered: true },
      },
      { name: 'by_publication', key: { 'publication.at': -1, _id: -1 }, where: { state: 'published' } },
      { name: 'by_change', key: { org: 1, changedAt: -1, _id: 1 } },
      { name: 'by_state', key: { org: 1, state: 1, changedAt: -1, _id: 1 } },
      { name: 'by_former', key: { 'corrects.id': 1 } },
    ],
    retention: { kind: 'days', days: RECORD_DAYS, since: 'since', reason: 'the public record of a campaign' },
  },
  {
    name: SUBSCRIPTIONS,
    // In the order of a keyed hash, so that nobody reads who subscribed after whom; a send pages through it.
    clustered: true,
    indexes: [
      { name: 'active', key: { active: 1, _id: 1 }, where: { active: true } },
      { name: 'by_rhythm', key: { rhythm: 1, _id: 1 }, where: { active: true } },
      { name: 'by_region', key: { rhythm: 1, region: 1, _id: 1 }, where: { active: true } },
    ],
    retention: { kind: 'with_person', reason: 'as long as the person wants the news' },
  },
  {
    name: SENDS,
    indexes: [],
    retention: { kind: 'days', days: REPORT_DAYS, since: 'day', reason: 'what became of a publication' },
  },
  {
    name: PICTURES,
    indexes: [{ name: 'at', key: { at: 1 } }],
    retention: {
      kind: 'days',
      days: RECORD_DAYS,
      since: 'at',
      reason: 'as long as the items they belong to',
    },
  },
  {
    name: RECEIPTS,
    // In the order of keyed hashes, a range a number: nobody reads who was told after whom, and a correction pages through it.
    clustered: true,
    indexes: [],
    retention: {
      kind: 'days',
      days: REPORT_DAYS,
      since: 'day',
      reason: 'whoever was told something that turns out wrong is told so',
    },
  },
  ...CARD_COLLECTIONS,
  ...PRINT_COLLECTIONS,
  ...LOG_COLLECTIONS,
  ...RATING_COLLECTIONS,
  ...CAME_COLLECTIONS,
  ...POST_COLLECTIONS,
];
