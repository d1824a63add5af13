import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { Chance } from '../../../domain/clock.ts';
import type { Capability } from '../../capability.ts';
import type { Gate } from '../send/gate.ts';
import { triesStore } from '../../people/index.ts';
import { TESTER_COLLECTIONS } from './collections.ts';
import { whoKey } from './tester.ts';
import { testerCall } from './tester-call.ts';
import { type TesterDesk, testerDesk } from './tester-desk.ts';
import { type Database, testersStore } from './testers-store.ts';
import { trialCall, type TrialCallDeps } from './trial-call.ts';
import { type TrialDesk, trialDesk, type TrialDeskDeps } from './trial-desk.ts';
import { tryDue, type TrialDueDeps } from './trial-due.ts';
import { trialGate } from './trial-gate.ts';
import { type TrialsStore, trialsStore } from './trials-store.ts';

/** What the house gives to try drafts with. */
export interface TrialRooms
  extends Pick<TrialDueDeps, 'talkOf' | 'windowEnds' | 'channels' | 'prompt' | 'waitingOn' | 'clock'>,
    Pick<TrialDeskDeps, 'dues' | 'colleague'>,
    Pick<TrialCallDeps, 'spoken'> {
  db: Database;
  fingerprint: Fingerprint;
  sealer: Sealer;
  chance: Chance;
}

/** Test sends to colleagues who agreed to them on their own phones (B3). */
export interface Trials extends Gate, Required<Pick<Capability, 'collections' | 'calls' | 'dues'>> {
  testers: TesterDesk;
  desk: TrialDesk;
  of: TrialsStore['of'];
  /** For "my data": 1 when tests reach this person. */
  kept(person: string): Promise<{ tester: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
}

export function openTrials(rooms: TrialRooms): Trials {
  const { db, fingerprint } = rooms;
  const [testers, trials] = [testersStore(db), trialsStore(db)];
  const deps = { ...rooms, testers, trials, tries: triesStore(db) };
  return {
    ...trialGate(deps),
    collections: TESTER_COLLECTIONS,
    calls: [testerCall(deps), trialCall(deps)],
    dues: [tryDue(deps)],
    testers: testerDesk(deps),
    desk: trialDesk(deps),
    of: (broadcast) => trials.of(broadcast),
    kept: async (person) => ({ tester: await testers.kept(whoKey(fingerprint, person)) }),
    eraseFor: (person) => testers.erase(whoKey(fingerprint, person)),
    unite: (from, to) => testers.unite(whoKey(fingerprint, from), whoKey(fingerprint, to)),
  };
}
