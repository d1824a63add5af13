import type { Passed } from '../../conversation/passed.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { behindWall } from '../wall.ts';
import { overviewStyles } from '../../web/staff/index.ts';
import { OVERVIEW_COLLECTIONS } from './collections.ts';
import { trafficRoutes } from './pages/routes.tsx';
import { overviewSlots } from './pages/slots.tsx';
import { NO_OVERVIEW, type OverviewReader, overviewReader } from './reader.ts';
import { type Traffic, trafficCounter } from './traffic/traffic.ts';
import { type Database, trafficStore } from './traffic/traffic-store.ts';

export interface OverviewDeps {
  db: Database;
  clock: Clock;
  /** Names this process among those that count; another one each time it starts. */
  writer: string;
  people: () => Promise<{ people: number; stopped: number }>;
  /** The organisation that runs this installation. */
  owner: string;
  /** On a development machine small counts are shown, and the pages say so. */
  rehearsal: boolean;
  /** Where invented people talk. */
  demoChannel: string;
}

export interface Overview extends Capability {
  readonly traffic: Traffic;
  /** When each channel was last heard of. */
  standing: OverviewReader['standing'];
  /** Why messages failed in the last seven days, the most frequent first. */
  causes(): Promise<readonly { channel: string; code: string; count: number }[]>;
}

/** People and messages, counted by channel and day without knowing anybody (W1). */
export function overview(deps: OverviewDeps): Overview {
  const { db, clock, owner } = deps;
  const store = trafficStore(db, deps.writer);
  const traffic = trafficCounter({ clock, write: (rows, standing) => store.write(rows, standing) });
  const hides = !deps.rehearsal;
  const reader = overviewReader({ store, flush: () => traffic.flush(), people: deps.people, clock, hides });
  const readerOf = behindWall(owner, reader, NO_OVERVIEW);
  return {
    name: 'overview',
    collections: OVERVIEW_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: trafficRoutes({ readerOf, hides }),
    assets: overviewStyles,
    staffSlots: overviewSlots({ readerOf, owner, hides }),
    demo: { deeds: () => [], sweep: () => store.forget(deps.demoChannel) },
    traffic,
    standing: () => reader.standing(),
    causes: async () => (await reader.week()).seen.traffic.causes,
  };
}

/** Counts what a committed turn was. */
export function countPassed(traffic: Traffic, { channel, written, came, stopped, erased }: Passed): void {
  if (written) traffic.count('in', channel);
  if (came) traffic.count('came', channel);
  if (stopped) traffic.count('stopped', channel);
  if (erased) traffic.count('erased', channel);
}

export type { Traffic } from './traffic/traffic.ts';
