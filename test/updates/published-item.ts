import { buildStatement } from './signed-log.ts';

/** An item as it lies in the database once it is published; the log's statement of that number agrees with it. */
export const itemOf = (n: number, of: Record<string, unknown> = {}) => ({
  ...{ _id: `item-${String(n)}`, org: 'cellule', state: 'published', demo: false, numbered: true, rev: 4 },
  ...{ number: { year: 2026, n }, content: buildStatement(n).content, hash: '', authors: ['awa'] },
  verification: { by: 'binta', at: 2000 + n, hash: '' },
  publication: { by: 'awa', at: 3000 + n, version: 1 },
  history: [{ token: 't', what: 'submit', by: 'awa', role: 'editor', at: 1000, hash: '' }],
  ...{ changedAt: 3000 + n, since: '2026-11-22' },
  ...of,
});
