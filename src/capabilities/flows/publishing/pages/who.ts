import type { FlowsTexts } from '../../pages/texts.fr.ts';
import type { PublishingTexts } from './texts.fr.ts';

/** Who published something: `start`, `command`, a name given to the command, or an account. */
interface Signed {
  by: string;
}

const ACCOUNT = 'staff/';

/** How an edition names the account that published it: names are sealed with their accounts. */
export const byAccount = (id: string): string => `${ACCOUNT}${id}`;

const accountOf = ({ by }: Signed): string | undefined =>
  by.startsWith(ACCOUNT) ? by.slice(ACCOUNT.length) : undefined;

/** Who published, in words. */
export function whoPublished(
  { texts, words, names }: { texts: FlowsTexts; words: PublishingTexts; names: ReadonlyMap<string, string> },
  signed: Signed,
): string {
  const account = accountOf(signed);
  if (account === undefined) return texts.publishers[signed.by] ?? signed.by;
  return names.get(account) ?? words.someone;
}

/** The names of the accounts that published, by their ids; those that are gone have none. */
export async function namesIn(
  signed: readonly Signed[],
  staffName: (account: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(signed.flatMap((each) => accountOf(each) ?? []))];
  const names = await Promise.all(accounts.map(async (id) => [id, await staffName(id)] as const));
  return new Map(names.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}
