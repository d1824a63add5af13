import { z } from 'zod';
import { type ApiRoute, apiRoute, wholeNumber } from '../../web/api/index.ts';
import { ROLES } from '../../web/staff/index.ts';
import type { AuditLedger } from './ledger.ts';
import { auditQuery, filterOf } from './search.ts';
import { DAMAGES } from './verify.ts';

const RECORDS_UNLESS_ASKED = 50;
const MOST_RECORDS = 200;

const record = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.string(), role: z.enum([...ROLES, 'operator', 'house']), org: z.string() }),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  hash: z.string(),
});

const head = z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

const verdict = z.object({
  ok: z.boolean(),
  records: z.int(),
  after: z.int().describe('The last record that has expired; 0 for none.'),
  head: head.describe('The last record that holds. Note it down elsewhere.'),
  broken: z.object({ seq: z.int(), what: z.enum(DAMAGES) }).optional(),
});

/** The audit for programs: one's own organisation's records, and the check of the whole chain. */
export const auditApi = (ledger: AuditLedger): ApiRoute[] => [
  apiRoute({
    ...{ method: 'get', path: '/audit', roles: ['admin'] },
    summary: 'What staff of your organisation did and looked at, newest first',
    query: auditQuery.extend({ limit: wholeNumber(1, MOST_RECORDS).optional() }),
    answer: z.object({
      records: z.array(record),
      next: z.int().nullable().describe('Goes into "before" for older ones.'),
    }),
    async run({ query: { limit = RECORDS_UNLESS_ASKED, ...query }, person }) {
      const found = await ledger.search(filterOf(query, person.org), limit + 1);
      const records = found.slice(0, limit).map(({ _id, at, ...rest }) => ({
        ...rest,
        ...{ seq: _id, at: new Date(at).toISOString() },
      }));
      return { records, next: found.length > limit ? (records.at(-1)?.seq ?? null) : null };
    },
  }),
  apiRoute({
    ...{ method: 'post', path: '/audit/verifications', roles: ['admin'] },
    summary: 'Follow the whole chain',
    description: 'Heads that were noted down earlier must be part of it. One check at a time: 503 meanwhile.',
    body: z.strictObject({ heads: z.array(head).max(100).optional() }),
    answer: verdict,
    async run({ body, audit }) {
      const found = await ledger.verifyOnce(body.heads);
      await audit('audit.verified', 'audit', { ok: found.ok, records: found.records });
      return found;
    },
  }),
];
