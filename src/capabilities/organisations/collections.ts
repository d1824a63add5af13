import type { CollectionRule } from '../../store/collections.ts';

export const ORGANISATIONS = 'organisations';
export const AGREEMENTS = 'sharing_agreements';

/** Organisations and what they agreed to share; no person is in either. */
export const ORGANISATION_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: ORGANISATIONS,
    indexes: [],
    retention: { kind: 'with_person', reason: 'An organisation is named as long as its accounts are there.' },
  },
  {
    name: AGREEMENTS,
    indexes: [
      { name: 'by_reader', key: { reader: 1, records: 1 } },
      { name: 'by_owner', key: { owner: 1 } },
    ],
    retention: {
      kind: 'days',
      days: 730,
      since: 'until',
      reason: 'As long as the audit that tells who agreed (T22).',
    },
  },
];
