import type { CallKind, EffectKind } from '../../../conversation/ports.ts';
import type { DueKind } from '../../../schedule/due-dates.ts';
import { correctionCall, type FateCallDeps, withdrawalCall } from '../chat/fate-calls.ts';
import type { PublishedStore } from '../published-store.ts';
import { type Amender, amender } from './amender.ts';
import { type FateDeps, fateDue, fateSend, readFate } from './fate-due.ts';
import { type OwnedReceipts, ownedReceipts } from './owned.ts';
import { receiptEffect } from './receipt.ts';
import type { ReceiptsStore } from './receipts-store.ts';
import { waitingFates } from './waiting.ts';

/** Who received what, and how they are told what became of it: a capability's parts, put together. */
export interface Following extends Amender {
  effects: readonly EffectKind[];
  calls: readonly CallKind[];
  dues: readonly DueKind[];
  owned: OwnedReceipts;
  /** What waits for people where nobody may write to them first. */
  waits: ReturnType<typeof waitingFates>;
  /** The send a prompt belongs to; `undefined`: it tells nobody's fate. */
  sendBehind(broadcast: string): Promise<{ update: string; version: number } | undefined>;
}

type Deps = Omit<FateDeps, 'item' | 'receipts'> &
  Omit<Parameters<typeof ownedReceipts>[0], 'receipts' | 'numbers'> &
  Omit<FateCallDeps, 'published'> &
  Parameters<typeof amender>[0] & {
    receipts: ReceiptsStore;
    published: PublishedStore;
    store: { numbers: Parameters<typeof ownedReceipts>[0]['numbers'] };
  };

export function following(deps: Deps): Following {
  const { receipts, published, store } = deps;
  return {
    ...amender(deps),
    effects: [receiptEffect((all) => receipts.note(all))],
    calls: [correctionCall(deps), withdrawalCall(deps)],
    dues: [fateDue({ ...deps, item: (id) => published.byId(id) })],
    waits: waitingFates(published),
    owned: ownedReceipts({ ...deps, numbers: () => store.numbers() }),
    async sendBehind(broadcast) {
      const told = readFate(broadcast);
      const id = told === undefined ? undefined : await published.idOf(told.number, told.version);
      return told === undefined || id === undefined
        ? undefined
        : { update: fateSend(id, told.fate), version: told.version };
    },
  };
}
