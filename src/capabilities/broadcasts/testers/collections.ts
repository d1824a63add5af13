import type { CollectionRule } from '../../../store/collections.ts';

export const TESTERS = 'broadcast_testers';
export const TESTER_CODES = 'broadcast_tester_codes';
export const TRIALS = 'broadcast_trials';

/** Nobody asks after a season whether a test arrived. */
const TRIAL_DAYS = 90;

export const TESTER_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: TESTERS,
    indexes: [
      { name: 'by_org', key: { org: 1 } },
      { name: 'by_person', key: { who: 1 } },
    ],
    retention: { kind: 'with_person', reason: 'on which phone a member of staff agreed to receive tests' },
  },
  {
    name: TESTER_CODES,
    indexes: [{ name: 'by_code', key: { code: 1 }, unique: true }],
    retention: { kind: 'days', days: 1, since: 'until', reason: 'a code counts for ten minutes' },
  },
  {
    name: TRIALS,
    indexes: [
      { name: 'by_broadcast', key: { broadcast: 1, at: -1 } },
      { name: 'by_day', key: { org: 1, day: 1 } },
    ],
    retention: {
      kind: 'days',
      days: TRIAL_DAYS,
      since: 'day',
      reason: 'whether a test arrived, and why not',
    },
  },
];
