import type { CollectionRule } from '../../store/collections.ts';

export const IMPORTS = 'contact_imports';
export const IMPORT_ROWS = 'contact_rows';
export const PROOFS = 'contact_proofs';

/** As the audit: who asks how somebody came to be written to asks within two years. */
const RECORD_DAYS = 730;
/** A file that was checked and not brought is forgotten. */
const ROWS_DAYS = 7;

export const CONTACT_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: IMPORTS,
    indexes: [{ name: 'by_org', key: { org: 1, day: -1 } }],
    retention: {
      kind: 'days',
      days: RECORD_DAYS,
      since: 'day',
      reason: 'which files of contacts were brought',
    },
  },
  {
    name: IMPORT_ROWS,
    indexes: [{ name: 'by_day', key: { day: 1 } }],
    retention: {
      kind: 'days',
      days: ROWS_DAYS,
      since: 'day',
      reason: 'rows of a file between its check and its import; each page goes once it is brought',
    },
  },
  {
    name: PROOFS,
    clustered: true,
    indexes: [
      { name: 'by_import', key: { import: 1 } },
      { name: 'by_person', key: { person: 1 }, where: { person: { $exists: true } } },
    ],
    retention: { kind: 'with_person', reason: 'the proof that they may be written to, as long as they are' },
  },
];
