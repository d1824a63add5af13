import type { CollectionRule } from '../../store/collections.ts';

export const VOLUNTEERS = 'volunteers';
export const EVENTS = 'volunteer_events';
export const SIGNUPS = 'volunteer_signups';
export const REVEALS = 'volunteer_reveals';

/** The collections of volunteers and events. Sign-ups and volunteers meet on no stored id (T6). */
export const VOLUNTEER_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: VOLUNTEERS,
    clustered: true,
    indexes: [
      { name: 'guardian', key: { 'guardian.code': 1 } },
      { name: 'waiting', key: { 'guardian.state': 1 }, where: { 'guardian.state': 'asked' } },
    ],
    retention: {
      kind: 'days',
      days: 730,
      since: 'day',
      reason:
        'two years after the sheet was last changed or a place asked for, somebody is no volunteer any more',
    },
  },
  {
    name: EVENTS,
    clustered: true,
    indexes: [
      // What citizens are offered, the nearest first.
      { name: 'open', key: { state: 1, starts: 1 } },
      // An organisation's list and calendar.
      { name: 'by_org', key: { org: 1, starts: 1 } },
    ],
    retention: {
      kind: 'days',
      days: 730,
      since: 'day',
      reason: 'the report of a year and the one it is compared with',
    },
  },
  {
    name: SIGNUPS,
    clustered: true,
    indexes: [{ name: 'by_event', key: { event: 1, state: 1 } }],
    retention: {
      kind: 'days',
      days: 365,
      since: 'day',
      reason: 'who came and who did not is forgotten after a year (V10)',
    },
  },
  {
    name: REVEALS,
    indexes: [],
    retention: { kind: 'days', days: 2, since: 'day', reason: 'counts the codes typed in one day' },
  },
];
