import type { Facts } from '../capabilities/readiness/index.ts';
import type { Channel } from '../conversation/ports.ts';
import type { Role, StaffAccounts } from '../web/staff/index.ts';
import { keysApart } from './keys-read.ts';
import type { Settings } from './settings.ts';

interface FactsParts {
  settings: Settings;
  publicUrl: string;
  channels: () => readonly Channel[];
  /** Channels that are none of a platform: our own page, invented people. */
  own: readonly string[];
  accounts: Pick<StaffAccounts, 'ofOrg'>;
  owner: string;
  core: () => Promise<Facts['core']>;
  demo: () => Promise<boolean>;
}

/** What the checklist before a campaign opens is computed from (W15). */
export const readinessFacts = (parts: FactsParts) => async (): Promise<Facts> => {
  const [core, demo, accounts] = await Promise.all([
    parts.core(),
    parts.demo(),
    parts.accounts.ofOrg(parts.owner),
  ]);
  const roles: Partial<Record<Role, number>> = {};
  for (const { role, suspended } of accounts) if (suspended !== true) roles[role] = (roles[role] ?? 0) + 1;
  return {
    ...{ core, demo, roles, publicUrl: parts.publicUrl },
    channels: parts
      .channels()
      .map(({ id }) => id)
      .filter((id) => !parts.own.includes(id)),
    keysApart: keysApart(parts.settings),
  };
};
