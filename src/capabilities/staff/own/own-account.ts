import { Fault, refusal } from '../../../domain/faults.ts';
import {
  type AccountParts,
  type StaffAccount,
  type StaffContext,
  type StaffSession,
} from '../../../web/staff/index.ts';

/** The account of whoever asks, and the session they ask with. */
export async function ownAccount(
  parts: AccountParts,
  { person, session }: StaffContext,
): Promise<{ account: StaffAccount; session: StaffSession }> {
  if (session === undefined)
    throw new Fault('bug', 'no_session', 'These pages are served by the site alone.');
  const account = await parts.accounts.byId(person.id);
  if (account === undefined) throw refusal('not_found', 'The account is gone.');
  return { account, session };
}
