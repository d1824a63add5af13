import type { Chance, Clock } from '../../domain/clock.ts';
import type { Capability, DemoPart } from '../capability.ts';
import { type AdmissionDeps, admission } from './admission.ts';
import { broadcastsStore, type Database } from './broadcasts-store.ts';
import { BROADCAST_COLLECTIONS } from './collections.ts';
import { demoBroadcasts } from './demo/demo-broadcasts.ts';
import { type DeskDeps, desk } from './desk.ts';
import { broadcastNeeds } from './needs.ts';
import type { BroadcastPagesDeps } from './pages/pages.ts';
import { broadcastRoutes } from './pages/routes.tsx';
import { broadcastStyles } from './pages/styles.ts';
import type { Audiences } from '../audiences/index.ts';
import { sendables } from './sendables.ts';
import type { Admit, Control, Launch, Sendables } from './send/ports.ts';

export type { Broadcast, Repeat, Texts } from './model/broadcast.ts';
export type { BroadcastState } from './model/states.ts';
export type { Carrier } from './pages/pages.ts';
export type { BroadcastsStore } from './ports.ts';

/** What leads a broadcast from its moment to its end, and what the house adds for it. */
export interface Sending
  extends Pick<Capability, 'collections' | 'calls'>,
    Partial<Pick<Capability, 'dues' | 'effects' | 'inDoubt' | 'became' | 'stop'>> {
  launch: Launch;
  control: Control;
  progress: BroadcastPagesDeps['progress'];
}

type Kept = 'store' | 'desk' | 'audiences' | 'control' | 'progress';

export interface BroadcastsDeps
  extends Omit<BroadcastPagesDeps, Kept>,
    Pick<DeskDeps, 'sameHands' | 'aloneUpTo'>,
    Pick<AdmissionDeps, 'clock' | 'chance'> {
  db: Database;
  clock: Clock;
  chance: Chance;
  audiences: Pick<Audiences, 'count' | 'describe' | 'smallest'>;
  /** Puts the sending together from where broadcasts are found, and who lets them begin. */
  sending: (broadcasts: Sendables, admit: Admit) => Sending;
}

export interface Broadcasts extends Capability {
  readonly demo: DemoPart;
}

/** Broadcasts: written by one, approved by another, sent once to everybody of an audience (B2–B4). */
export function broadcasts(deps: BroadcastsDeps): Broadcasts {
  const store = broadcastsStore(deps.db);
  const admit: Admit = (id) => admission({ ...deps, store, launch: (...of) => sending.launch(...of) })(id);
  const sending = deps.sending(sendables(store, deps.clock), admit);
  const { launch, control, progress } = sending;
  const ours = desk({ ...deps, store, launch });
  return {
    ...sending,
    name: 'broadcasts',
    collections: [...BROADCAST_COLLECTIONS, ...sending.collections],
    effects: sending.effects ?? [],
    staffRoutes: broadcastRoutes({ ...deps, store, desk: ours, control, progress }),
    staffSlots: broadcastNeeds(store, deps.clock),
    assets: broadcastStyles,
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
