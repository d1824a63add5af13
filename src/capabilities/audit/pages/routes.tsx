import type { VNode } from 'preact';
import { refusal } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import { csvFile, type Role, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import type { AuditLedger } from '../ledger.ts';
import { type AuditQuery, filterOf, readAuditQuery } from '../search.ts';
import type { Verdict } from '../verify.ts';
import { AuditPage } from './audit-page.tsx';
import { ReasonPage } from './reason-page.tsx';
import { auditRows, type Names } from './record-words.ts';
import { AUDIT } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];
const RECORDS_A_PAGE = 50;
/** A spreadsheet a person still scrolls through; who needs more narrows it, or asks the API. */
const RECORDS_A_FILE = 10_000;

export interface AuditPagesDeps {
  ledger: AuditLedger;
  names: (org: string) => Promise<Names>;
  /** What somebody wrote as their reason for a look; `undefined`: nothing, or it is another organisation's. */
  reasonOf: (look: string, org: string) => Promise<string | undefined>;
}

/** The audit of one's own organisation, and the check of the whole chain, which shows nothing of anybody (T22, W11). */
export function auditRoutes({ ledger, names, reasonOf }: AuditPagesDeps): StaffRoute[] {
  const page = async (ctx: StaffContext, query: AuditQuery, verdict?: Verdict): Promise<VNode> => {
    const { org } = ctx.person;
    const [found, known] = await Promise.all([
      ledger.search(filterOf(query, org), RECORDS_A_PAGE + 1),
      names(org),
    ]);
    const [records, more] = [found.slice(0, RECORDS_A_PAGE), found.length > RECORDS_A_PAGE];
    const outcome = verdict === undefined ? {} : { verdict };
    return <AuditPage ctx={ctx} query={query} records={records} more={more} names={known} {...outcome} />;
  };
  return [
    {
      ...{ method: 'get', path: '/audit', roles: ADMINS },
      nav: {
        label: eachLang(AUDIT, ({ menu }) => menu),
        ...{ order: 95, under: 'data' },
        about: eachLang(AUDIT, ({ about }) => about),
      },
      async render(ctx) {
        const query = readAuditQuery(ctx.query);
        if (ctx.query.get('format') !== 'csv') return page(ctx, query);
        const { org } = ctx.person;
        const [records, known] = await Promise.all([
          ledger.search(filterOf(query, org), RECORDS_A_FILE),
          names(org),
        ]);
        return csvFile('journal.csv', auditRows(records, known, ctx.frame.lang));
      },
    },
    {
      ...{ method: 'get', path: '/audit/reasons/:look', roles: ADMINS, reads: 'A' },
      async render(ctx) {
        const words = await reasonOf(ctx.params['look'] ?? '', ctx.person.org);
        if (words === undefined) throw refusal('not_found', 'There is no such reason.');
        return <ReasonPage ctx={ctx} words={words} />;
      },
    },
    {
      ...{ method: 'post', path: '/audit/verify', roles: ADMINS },
      async act(ctx) {
        const verdict = await ledger.verifyOnce();
        await ctx.audit('audit.verified', 'audit', { ok: verdict.ok, records: verdict.records });
        return { kind: 'page', status: 200, page: await page(ctx, {}, verdict) };
      },
    },
  ];
}
