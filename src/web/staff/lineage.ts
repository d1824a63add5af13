import type { StaffAccount, StaffAccounts } from './ports.ts';

/** After so long the holder of an account that was given new credentials has noticed, or got them. Milliseconds. */
const RESET_COUNTS_MS = 30 * 86_400_000;

/**
 * The accounts that could act as this one: itself, those through which it was opened, and those through which it was
 * given new credentials in the last 30 days. Whoever opens an account or resets it holds its password and the seed of
 * its second factor for a moment, and nobody sees whether they let go of them.
 */
export async function handsOf(
  accounts: Pick<StaffAccounts, 'byId'>,
  id: string,
  now: number,
): Promise<ReadonlySet<string>> {
  const account = await accounts.byId(id);
  return new Set([id, ...(account === undefined ? [] : givers(account, now))]);
}

/** Whether one account alone could be both of these: then they are no two persons (T21). */
export async function sameHands(
  accounts: Pick<StaffAccounts, 'byId'>,
  a: string,
  b: string,
  now: number,
): Promise<boolean> {
  const [ours, theirs] = await Promise.all([handsOf(accounts, a, now), handsOf(accounts, b, now)]);
  return [...ours].some((id) => theirs.has(id));
}

const givers = ({ madeBy = [], resets = [] }: StaffAccount, now: number): string[] => [
  ...madeBy,
  ...resets.filter(({ at }) => now - at < RESET_COUNTS_MS).flatMap(({ by }) => by),
];
