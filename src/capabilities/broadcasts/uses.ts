import { isRegional, type StaffContext } from '../../web/staff/index.ts';
import type { BroadcastsStore } from './ports.ts';

/** Broadcasts by the saved audience they have a copy of, the last changed first. */
export type UsesOf = ReadonlyMap<string, readonly { id: string; name: string }[]>;

/** Which of the broadcasts somebody may see were made from these audiences. */
export async function usesOf(
  store: Pick<BroadcastsStore, 'madeFrom'>,
  { person: { org, role, regions = [] } }: Pick<StaffContext, 'person'>,
  audiences: readonly string[],
): Promise<UsesOf> {
  const uses = new Map<string, { id: string; name: string }[]>();
  if (audiences.length === 0) return uses;
  const of = { org, ...(isRegional(role) ? { regions } : {}) };
  for (const { id, name, from = '' } of await store.madeFrom(of, audiences))
    uses.set(from, [...(uses.get(from) ?? []), { id, name }]);
  return uses;
}
