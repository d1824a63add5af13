import { z } from 'zod';
import { wholeNumber } from '../../web/api/index.ts';
import type { AuditFilter } from './search-store.ts';

/** What one may ask for, as it stands in an address. */
export const auditQuery = z.strictObject({
  actor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  /** The beginning of an action. */
  action: z
    .string()
    .regex(/^[a-z._-]{1,60}$/)
    .optional(),
  /** The beginning of a subject. */
  subject: z
    .string()
    .regex(/^[A-Za-z0-9._:/-]{1,240}$/)
    .optional(),
  day: z.iso.date().optional(),
  /** Only records older than this number. */
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** What an address asks for, leniently: a page shows what it can, so a field that is wrong or unknown is left out. */
export function readAuditQuery(query: URLSearchParams): AuditQuery {
  const fields = Object.entries(auditQuery.shape).map(([name, schema]) => {
    const read = schema.safeParse(query.get(name) ?? undefined);
    return [name, read.success ? read.data : undefined];
  });
  return Object.fromEntries(fields) as AuditQuery;
}

/** Everything within the asking person's organisation (T36). */
export const filterOf = (query: AuditQuery, org: string): AuditFilter => ({ ...query, org });
