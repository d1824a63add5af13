import { placeOf, type StaffParts, wordsPlace } from '../../web/staff/index.ts';
import type { Capability } from '../capability.ts';
import { auditApi } from './api.ts';
import type { AuditLedger } from './ledger.ts';
import { auditRoutes } from './pages/routes.tsx';
import { auditStyles } from './pages/styles.ts';

export interface AuditDeps {
  ledger: AuditLedger;
  staff: Pick<StaffParts, 'accounts' | 'sealer' | 'reveals'>;
}

/** What staff did, looked at and took away, kept so that nobody can change it unseen (T22). */
export function audit({ ledger, staff: { accounts, sealer, reveals } }: AuditDeps): Capability {
  const names = async (org: string): Promise<ReadonlyMap<string, string>> => {
    const named = (await accounts.ofOrg(org)).map(
      ({ id, name }) => [id, sealer.open(name, placeOf('name', id))] as const,
    );
    return new Map(named.sort(([, a], [, b]) => a.localeCompare(b)));
  };
  const reasonOf = async (look: string, org: string): Promise<string | undefined> => {
    const words = await reveals.wordsOf(look, org);
    return words && sealer.open(words, wordsPlace(look));
  };
  return {
    name: 'audit',
    collections: ledger.collections,
    effects: [],
    calls: [],
    staffRoutes: auditRoutes({ ledger, names, reasonOf }),
    api: auditApi(ledger),
    assets: auditStyles,
  };
}

export type { Link } from './chain.ts';
export { type AuditLedger, openLedger } from './ledger.ts';
export type { Damage, Verdict } from './verify.ts';
