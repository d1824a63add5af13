import type { CallKind, EffectContext, EffectKind } from '../../../conversation/ports.ts';
import type { DueKind } from '../../../schedule/due-dates.ts';
import type { CollectionRule } from '../../../store/collections.ts';
import { accountsCall, codeCall, joinCall } from './calls.ts';
import { askerKey, trierKey } from './code.ts';
import { codesStore, type Database } from './codes-store.ts';
import { JOINING_COLLECTIONS } from './collections.ts';
import { joinDue, joinEffect, settleDue } from './join.ts';
import type { JoiningDeps } from './ports.ts';
import { separateDue, separateEffect } from './separate.ts';
import { share } from './share.ts';
import { triesStore } from './tries-store.ts';

export interface JoiningParts extends JoiningDeps {
  db: Database;
}

export interface Joining {
  collections: readonly CollectionRule[];
  effects: EffectKind[];
  calls: CallKind[];
  dues: DueKind[];
  /** Takes a decision made on one account to the others. */
  share: (
    whose: Pick<EffectContext, 'person' | 'conversation'>,
    path: string,
    value: unknown,
  ) => Promise<void>;
  /** For erasure: codes a person asked for and tried. Safe to repeat. */
  forget: (person: string) => Promise<void>;
}

/** Several accounts that are one person (C6), and apart again. */
export function joining(parts: JoiningParts): Joining {
  const { db, fingerprint, joined } = parts;
  const [codes, tries] = [codesStore(db), triesStore(db)];
  const calls = { ...parts, codes, tries, groupOf: (person: string) => joined.groupOf(person) };
  return {
    collections: JOINING_COLLECTIONS,
    effects: [joinEffect(parts), separateEffect(parts)],
    calls: [codeCall(calls), joinCall(calls), accountsCall(calls)],
    dues: [joinDue(parts), settleDue(parts), separateDue(parts)],
    share: (whose, path, value) => share(parts, whose, path, value),
    async forget(person) {
      for (const conversation of (await joined.groupOf(person)).conversations) {
        await codes.remove(askerKey(fingerprint, conversation));
        await tries.remove(trierKey(fingerprint, conversation));
      }
    },
  };
}
