import { type AccountParts, placeOf, type Role, type StaffAccount } from '../../../web/staff/index.ts';

/** An account as an administrator sees it; the address stays masked. */
export interface ShownAccount {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Of a coordinator. */
  regions: readonly string[];
  suspended: boolean;
}

export function shown(account: StaffAccount, { sealer }: Pick<AccountParts, 'sealer'>): ShownAccount {
  const { id, role, regions = [] } = account;
  return {
    ...{ id, role, regions, suspended: account.suspended === true },
    name: sealer.open(account.name, placeOf('name', id)),
    email: masked(sealer.open(account.email, placeOf('email', id))),
  };
}

/** `awa.diarra@example.org` → `a…@e….org`: enough to tell accounts apart, too little to write to. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  const dot = email.lastIndexOf('.');
  const first = (from: number): string => Array.from(email.slice(from))[0] ?? '';
  return `${first(0)}…@${first(at + 1)}…${dot > at ? email.slice(dot) : ''}`;
}
