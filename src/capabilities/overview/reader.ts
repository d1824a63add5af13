import { type Clock, dayOf } from '../../domain/clock.ts';
import { lately, type Seen } from '../../domain/lately.ts';
import { shownTraffic, type ShownTraffic, sumOf } from './traffic/shown.ts';
import type { StandingRow, TrafficRow } from './traffic/traffic.ts';
import type { TrafficStore } from './traffic/traffic-store.ts';

/** Periods staff may look at, in days. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];
/** What the overview itself speaks of. */
const WEEK = 7;

const DAY_MS = 86_400_000;
/** Several people have the overview open; it is looked up once for them all. */
const REMEMBERED_MS = 5_000;

/** Which talks are looked at. */
export interface Cut {
  days: Period;
  channel?: string | undefined;
}

export interface Week {
  people: number;
  stopped: number;
  traffic: ShownTraffic;
  /** Messages given up this week, in all. */
  failed: number;
}

export interface TrafficRead extends ShownTraffic {
  /** All channels that were counted in the period, to choose from. */
  known: readonly string[];
  asOf: number;
}

export interface OverviewReader {
  /** The last seven days, today among them. */
  week(): Promise<Seen<Week>>;
  traffic(cut: Cut): Promise<TrafficRead>;
  /** When each channel was last heard of, over all processes. */
  standing(): Promise<ReadonlyMap<string, StandingRow['last']>>;
}

export interface OverviewReaderDeps {
  store: Pick<TrafficStore, 'since' | 'standing'>;
  /** Writes what this process has counted and not written yet. */
  flush: () => Promise<void>;
  people: () => Promise<{ people: number; stopped: number }>;
  clock: Clock;
  hides: boolean;
}

export function overviewReader({ store, flush, people, clock, hides }: OverviewReaderDeps): OverviewReader {
  const since = async (days: number): Promise<TrafficRow[]> => {
    // Whoever has just tried something finds it; the database being slow is no reason to show nothing.
    await flush().catch(() => undefined);
    return store.since(dayOf(clock.now() - (days - 1) * DAY_MS));
  };
  return {
    week: lately(clock, REMEMBERED_MS, async () => {
      const [counted, rows] = await Promise.all([people(), since(WEEK)]);
      return { ...counted, traffic: shownTraffic(rows, hides), failed: sumOf(rows, 'failed') };
    }),
    async traffic({ days, channel }) {
      const asOf = clock.now();
      const rows = await since(days);
      const chosen = channel === undefined ? rows : rows.filter((row) => row.channel === channel);
      const shown = shownTraffic(chosen, hides);
      // A channel alone is a part of the whole, and its sum is shown as parts are.
      const total = channel === undefined ? shown.total : (shown.channels[0]?.counts ?? shown.total);
      return {
        ...{ ...shown, total, asOf },
        known: [...new Set(rows.map((row) => row.channel))].sort(),
      };
    },
    async standing() {
      const found = new Map<string, StandingRow['last']>();
      for (const { channel, last } of await store.standing()) {
        const known = found.get(channel) ?? {};
        found.set(channel, {
          ...latest(known, last, 'in'),
          ...latest(known, last, 'out'),
          ...latest(known, last, 'failed'),
        });
      }
      return found;
    },
  };
}

function latest(
  one: StandingRow['last'],
  other: StandingRow['last'],
  what: 'in' | 'out' | 'failed',
): StandingRow['last'] {
  const times = [one[what], other[what]].filter((at) => at !== undefined);
  return times.length === 0 ? {} : { [what]: Math.max(...times) };
}

/** What another organisation's staff read. */
export const NO_OVERVIEW: OverviewReader = {
  week: () =>
    Promise.resolve({
      seen: { people: 0, stopped: 0, traffic: shownTraffic([], true), failed: 0 },
      asOf: 0,
    }),
  traffic: () => Promise.resolve({ ...shownTraffic([], true), known: [], asOf: 0 }),
  standing: () => Promise.resolve(new Map()),
};
