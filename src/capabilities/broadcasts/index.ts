import type { Chance, Clock } from '../../domain/clock.ts';
import { Fault } from '../../domain/faults.ts';
import type { StaffContext, StaffRoute } from '../../web/staff/index.ts';
import type { Capability, DemoPart } from '../capability.ts';
import { type AdmissionDeps, admission } from './admission.ts';
import { broadcastsStore, type Database } from './broadcasts-store.ts';
import { BROADCAST_COLLECTIONS } from './collections.ts';
import { demoBroadcasts } from './demo/demo-broadcasts.ts';
import { type Desk, type DeskDeps, desk } from './desk.ts';
import { READERS } from './model/lifecycle.ts';
import { broadcastNeeds } from './needs.ts';
import type { BroadcastPagesDeps } from './pages/pages.ts';
import { broadcastRoutes } from './pages/routes.tsx';
import { broadcastStyles } from './pages/styles.ts';
import type { Audiences } from '../audiences/index.ts';
import { type ProgressReader, resultsRoute } from './report/index.ts';
import { sendables } from './sendables.ts';
import type { Admit, Sendables } from './send/ports.ts';
import type { Gate } from './send/gate.ts';
import type { Sending } from './sending.ts';
import { type UsesOf, usesOf } from './uses.ts';
import { stampOf } from './stamp.ts';
import { openTrials, type TrialRooms, type Trials } from './testers/index.ts';

export type { Broadcast, Repeat, Texts } from './model/broadcast.ts';
export type { BroadcastState } from './model/states.ts';
export type { Carrier } from './pages/pages.ts';
export { type HouseRooms, houseSending } from './house-sending.ts';
export type { BroadcastsStore } from './ports.ts';
export type { AlsoWaiting, WaitingFigures } from './waiting/index.ts';

type Kept = 'store' | 'desk' | 'audiences' | 'control' | 'progress' | 'trials' | 'stamp';

export interface BroadcastsDeps
  extends Omit<BroadcastPagesDeps, Kept>,
    Pick<DeskDeps, 'sameHands' | 'aloneUpTo'>,
    Pick<AdmissionDeps, 'clock' | 'chance'> {
  db: Database;
  clock: Clock;
  chance: Chance;
  audiences: Pick<Audiences, 'count' | 'shown' | 'describe' | 'smallest'>;
  /** Puts the sending together from where broadcasts are found, and who lets them begin. */
  sending: (broadcasts: Sendables, admit: Admit) => Sending;
  /** What drafts are tried with, besides what is here already. */
  trying: Omit<TrialRooms, 'db' | 'clock' | 'chance' | 'spoken'>;
}

export interface Broadcasts extends Capability {
  readonly demo: DemoPart;
  /** What waits for people's next conversation, for other capabilities. */
  readonly waiting: Sending['waiting'];
  /** For "my data": 1 when tests of drafts reach this person. */
  kept(person: string): Promise<{ tester: number }>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Which broadcasts this person may see have a copy of these saved audiences, by audience. */
  usedBy(ctx: Pick<StaffContext, 'person'>, audiences: readonly string[]): Promise<UsesOf>;
  /** Two people are one. Safe to repeat. */
  readonly owned: { unite(from: string, to: string): Promise<void> };
}

/** Broadcasts: written by one, approved by another, sent once to everybody of an audience (B2–B4). */
export function broadcasts(deps: BroadcastsDeps): Broadcasts {
  const store = broadcastsStore(deps.db);
  const admit: Admit = (id) => admission({ ...deps, store, launch: (...of) => sending.launch(...of) })(id);
  const sending = deps.sending(sendables(store, deps.clock), admit);
  const { launch, control, progress, report, eraseFor, unite, waiting, ...added } = sending;
  const trials = openTrials({ ...deps, ...deps.trying });
  const ours = desk({ ...deps, store, launch });
  return {
    ...added,
    name: 'broadcasts',
    ...withTrials(sending, trials),
    collections: [...BROADCAST_COLLECTIONS, ...sending.collections, ...trials.collections],
    effects: sending.effects ?? [],
    staffRoutes: [
      ...broadcastRoutes({
        ...{ ...deps, store, desk: ours, control, progress, trials },
        stamp: (id) => stampOf({ store, report, trials }, id),
      }),
      ...(report === undefined ? [] : [resultsOf(deps, ours, report)]),
    ],
    staffSlots: broadcastNeeds(store, deps.clock),
    assets: broadcastStyles,
    kept: (person) => trials.kept(person),
    eraseFor: async (person) => (await eraseFor(person)) + (await trials.eraseFor(person)),
    waiting,
    owned: {
      async unite(from, to) {
        await unite(from, to);
        await trials.unite(from, to);
      },
    },
    usedBy: (ctx, saved) => usesOf(store, ctx, saved),
    async begin() {
      // What was launched while a process died is ordered again; ordering it twice is ordering it once.
      for (const { id, due } of await store.waiting()) await launch(id, due ?? deps.clock.now());
    },
    demo: {
      deeds: (from, to, org) => demoBroadcasts({ ...deps, store, org }, from, to),
      sweep: () => store.dropDemo(),
    },
  };
}

/** Each looks at the prompts that are its own, and lets the others be. */
const withTrials = (sending: Sending, trials: Trials): Pick<Capability, 'calls' | 'dues' | keyof Gate> => ({
  calls: [...sending.calls, ...trials.calls],
  dues: [...(sending.dues ?? []), ...trials.dues],
  mayLeave: async (...of) => (await trials.mayLeave(...of)) && (await sending.mayLeave?.(...of)) !== false,
  async became(...of) {
    await trials.became(...of);
    await sending.became?.(...of);
  },
  async inDoubt(...of) {
    await trials.inDoubt(...of);
    await sending.inDoubt?.(...of);
  },
});

/** What became of one that was sent, for whoever may read it. */
const resultsOf = (
  { audiences, choosing }: Pick<BroadcastsDeps, 'audiences' | 'choosing'>,
  ours: Desk,
  report: ProgressReader,
): StaffRoute =>
  resultsRoute({
    ...{ report, roles: READERS, smallest: audiences.smallest },
    find: (ctx, id) => ours.find(ctx, id).catch(nothingThere),
    nameOf: (ctx) => choosing.nameOf(ctx),
  });

function nothingThere(cause: unknown): undefined {
  if (cause instanceof Fault && cause.code === 'not_found') return undefined;
  throw cause;
}
