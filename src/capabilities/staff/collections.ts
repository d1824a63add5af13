import type { CollectionRule } from '../../store/collections.ts';

/** Everything the staff frame keeps. Sessions and counts of failures end by their own dates; the job only sweeps. */
export const STAFF_COLLECTIONS = [
  {
    name: 'staff_accounts',
    indexes: [
      { name: 'email', key: { emailKey: 1 }, unique: true },
      { name: 'org', key: { org: 1, role: 1 } },
    ],
    retention: { kind: 'with_person', reason: 'An account is needed as long as its holder works here.' },
  },
  {
    name: 'staff_sessions',
    indexes: [{ name: 'account', key: { account: 1 } }],
    retention: { kind: 'days', days: 1, since: 'openedAt', reason: 'A session lives at most 12 hours.' },
  },
  {
    name: 'staff_setup_links',
    indexes: [],
    retention: { kind: 'days', days: 1, since: 'expiresAt', reason: 'The link is good for 24 hours.' },
  },
  {
    name: 'staff_sign_in_failures',
    indexes: [],
    retention: { kind: 'days', days: 1, since: 'last', reason: 'Failures slow sign-ins down for an hour.' },
  },
  {
    name: 'staff_spent_challenges',
    indexes: [],
    retention: { kind: 'days', days: 1, since: 'until', reason: 'A challenge lives three minutes.' },
  },
  {
    name: 'staff_reveals',
    indexes: [],
    retention: { kind: 'days', days: 2, since: 'day', reason: 'Counts the looks of one day (T23).' },
  },
  {
    name: 'staff_reveal_words',
    indexes: [],
    retention: { kind: 'days', days: 730, since: 'day', reason: 'As long as the record of the look (T22).' },
  },
] as const satisfies readonly CollectionRule[];
