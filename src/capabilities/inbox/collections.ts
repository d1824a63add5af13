import type { CollectionRule } from '../../store/collections.ts';

export const THREADS = 'inbox_threads';
export const ENTRIES = 'inbox_entries';
export const CANNED = 'inbox_canned';

/** As what a closed incident's reporter is reached by: long enough to write again about the same thing. */
const KEPT_DAYS = 90;

/**
 * Talks that people have. Threads and what stands in them are found by fingerprints of this purpose alone, and meet no
 * answer, tip or sheet on a stored id (T6); every word is sealed under its person's key.
 */
export const INBOX_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: THREADS,
    clustered: true,
    indexes: [
      { name: 'erase', key: { who: 1 } },
      // A queue: the red ones first, then who has waited longest.
      { name: 'queue', key: { org: 1, state: 1, urgent: -1, since: 1 } },
      { name: 'changed', key: { org: 1, changed: -1 } },
    ],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason: 'three months after the last word nobody answers any more',
    },
  },
  {
    name: ENTRIES,
    clustered: true,
    indexes: [
      { name: 'erase', key: { who: 1 } },
      { name: 'thread', key: { thread: 1, at: -1 } },
    ],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason: 'what was said is looked up for as long as the thread may go on, and no longer',
    },
  },
  {
    name: CANNED,
    indexes: [{ name: 'by_org', key: { org: 1, title: 1 } }],
    retention: {
      kind: 'days',
      days: 1095,
      since: 'day',
      reason: 'an answer nobody has looked at for three years is true no more; it says nothing of anybody',
    },
  },
];
