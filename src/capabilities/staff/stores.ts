import { staffAccounts } from './accounts-store.ts';
import { signInFailures } from './failures-store.ts';
import { staffModels } from './models-store.ts';
import { spentChallenges } from './challenges-store.ts';
import { staffReveals } from './reveals-store.ts';
import { staffSessions } from './sessions-store.ts';
import { setupLinks } from './setup-links-store.ts';
import type {
  Reveals,
  SetupLinks,
  SignInFailures,
  SpentChallenges,
  StaffAccounts,
  StaffSessions,
} from '../../web/staff/index.ts';

/** The connection, without naming what only `*-store` files may. */
type Connection = Parameters<typeof staffModels>[0];

export interface StaffStores {
  accounts: StaffAccounts;
  sessions: StaffSessions;
  setupLinks: SetupLinks;
  failures: SignInFailures;
  challenges: SpentChallenges;
  reveals: Reveals;
}

/** The stores of the staff frame, on the connection every store shares. */
export function staffStores(connection: Connection): StaffStores {
  const models = staffModels(connection);
  return {
    accounts: staffAccounts(models),
    sessions: staffSessions(models),
    setupLinks: setupLinks(models),
    failures: signInFailures(models),
    challenges: spentChallenges(models),
    reveals: staffReveals(models),
  };
}
